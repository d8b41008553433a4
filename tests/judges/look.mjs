// Takes pictures of the pages and drawings of folders of artifacts.

import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './chromium.mjs';
import { entries, folders } from './verdicts.mjs';

const [out, ...names] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const browser = await launch();
const page = await browser.newPage();

/** A long page becomes several pictures: a file of 40,000 lines of dots is of no use to anybody. */
async function shoot(file, width, part = 2400, most = 6) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const parts = Math.min(most, Math.ceil(height / part));
  for (let at = 0; at < parts; at += 1) {
    const clip = { x: 0, y: at * part, width, height: Math.min(part, height - at * part) };
    const path = join(out, parts > 1 ? `${file}.${at + 1}.png` : `${file}.png`);
    await page.screenshot({ path, clip, captureBeyondViewport: true });
    console.log(path);
  }
  if (height > parts * part) console.log(`  (${height - parts * part} px of ${file} more)`);
}

for (const [dir, manifest] of folders(names)) {
  for (const { path } of entries(manifest, 'html')) {
    for (const [name, width] of [['desktop', 1280], ['phone', 390]]) {
      for (const scheme of name === 'desktop' ? ['light', 'dark'] : ['light']) {
        await page.setViewport({ width, height: 900, isMobile: name === 'phone' });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.goto(pathToFileURL(resolve(dir, path)).href);
        await shoot(`${basename(dir)}.${basename(path, '.html')}.${name}.${scheme}`, width);
      }
    }
  }
  for (const { path } of entries(manifest, 'svg')) {
    for (const scheme of ['light', 'dark']) {
      await page.setViewport({ width: 1600, height: 1200 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(pathToFileURL(resolve(dir, path)).href);
      const size = await page.evaluate(() => {
        const { width, height } = document.documentElement.viewBox.baseVal;
        return { width: Math.ceil(width), height: Math.ceil(height) };
      });
      await page.setViewport({ width: Math.min(4000, size.width), height: Math.min(4000, size.height) });
      const file = join(out, `${basename(dir)}.${basename(path, '.svg')}.${scheme}.png`);
      await page.screenshot({ path: file });
      console.log(file);
    }
  }
}
await browser.close();
