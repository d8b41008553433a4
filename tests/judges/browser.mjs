// One Chromium for every page: the annex in HTML, the pictures in SVG, the processes in BPMN.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BpmnModdle } from 'bpmn-moddle';
import { launch } from './chromium.mjs';
import { drawn, geometry, measure } from './bpmn_geometry.mjs';
import { collisions, textBoxes } from './svg_geometry.mjs';
import { clean, entries, folders, verdict } from './verdicts.mjs';

const here = import.meta.dirname;
const modules = join(here, 'node_modules');
const axe = readFileSync(join(modules, 'axe-core/axe.min.js'), 'utf8');
const WIDTHS = { desktop: 1280, phone: 390 };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const inputs = folders();
const browser = await launch();
const tasks = inputs.flatMap(([dir, manifest]) => [
  ...entries(manifest, 'html').map((entry) => [html, dir, entry, 'axe']),
  ...entries(manifest, 'svg').map((entry) => [svg, dir, entry, 'svg']),
  ...entries(manifest, 'bpmn').map((entry) => [bpmn, dir, entry, 'bpmn-js']),
]);
const worker = async () => {
  for (let next = tasks.shift(); next; next = tasks.shift()) await attempt(...next);
};
try {
  await Promise.all([worker(), worker()]);
} finally {
  await browser.close();
}

async function attempt(judge, dir, entry, name) {
  const page = await browser.newPage();
  try {
    await judge(page, dir, entry);
  } catch (error) {
    verdict(dir, entry.path, name, false, String(error.message).split('\n')[0]);
  } finally {
    await page.close();
  }
}

/** Collects what a page asks the network for; a page of ours asks for nothing but itself. */
function watch(page, own) {
  const asked = [];
  page.on('request', (request) => {
    if (request.url() !== own && !request.url().startsWith('data:')) asked.push(request.url());
  });
  return asked;
}

async function html(page, dir, { path }) {
  const url = pathToFileURL(join(dir, path)).href;
  const asked = watch(page, url);
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (line) => ['error', 'warn'].includes(line.type()) && troubles.push(line.text()));

  // Without scripts first: nobody needs them to read the page.
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: WIDTHS.desktop, height: 900 });
  await page.goto(url, { waitUntil: 'load' });
  const bare = await page.evaluate(readable);
  await page.setJavaScriptEnabled(true);
  await page.goto(url, { waitUntil: 'load' });
  const full = await page.evaluate(readable);
  const unread = [];
  if (bare.text !== full.text) unread.push('the text differs with scripts off');
  if (bare.text.trim().length < 20) unread.push('the page has no text');
  if (full.scripts) unread.push(`${full.scripts} scripts`);
  unread.push(...full.dangling.map((href) => `no target for ${href}`));
  clean(dir, path, 'no script', [...unread, ...troubles]);

  const found = new Map();
  for (const [name, width] of Object.entries(WIDTHS)) {
    for (const scheme of ['light', 'dark']) {
      await page.setViewport({ width, height: 900, isMobile: name === 'phone', hasTouch: name === 'phone' });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(url, { waitUntil: 'load' });
      await page.evaluate(axe);
      const report = await page.evaluate(
        (values) => window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
        TAGS,
      );
      for (const { id, nodes } of report.violations) {
        const where = `${id} (${name}, ${scheme}) ${nodes.length}x at ${nodes[0].target.join(' ')}`;
        if (!found.has(id)) found.set(id, where);
      }
    }
  }
  clean(dir, path, 'axe', [...found.values()], 'desktop and phone, light and dark');

  const wide = [];
  for (const width of [WIDTHS.phone, 320]) {
    await page.setViewport({ width, height: 800, isMobile: true, hasTouch: true });
    await page.goto(url, { waitUntil: 'load' });
    const { scroll, out } = await page.evaluate(overflow);
    if (scroll > width + 1) wide.push(`${scroll} px wide on ${width} px: ${out}`);
  }
  clean(dir, path, 'phone width', wide);
  clean(dir, path, 'no network', [...new Set(asked)]);
}

function readable() {
  const links = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href'));
  const missing = (href) => href.length > 1 && !document.getElementById(decodeURIComponent(href.slice(1)));
  return {
    text: document.body.innerText,
    scripts: document.scripts.length,
    dangling: [...new Set(links.filter(missing))].slice(0, 5),
  };
}

function overflow() {
  const width = document.documentElement.clientWidth;
  const hidden = (node) => {
    for (let at = node.parentElement; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    }
    return false;
  };
  const out = [...document.body.querySelectorAll('*')]
    .filter((node) => node.getBoundingClientRect().right > width + 1 && !hidden(node))
    .slice(0, 3)
    .map((node) => `${node.tagName.toLowerCase()}.${node.className} "${(node.textContent ?? '').trim().slice(0, 30)}"`);
  return { scroll: document.documentElement.scrollWidth, out: out.join(', ') };
}

async function svg(page, dir, { path }) {
  const file = join(dir, path);
  const parsed = spawnSync('xmllint', ['--nonet', '--noout', file], { encoding: 'utf8' });
  clean(dir, path, 'xmllint', parsed.status === 0 ? [] : [parsed.stderr.split('\n')[0]]);
  const url = pathToFileURL(file).href;
  const asked = watch(page, url);
  await page.setViewport({ width: 1600, height: 1200 });
  await page.goto(url, { waitUntil: 'load' });
  const seen = await page.evaluate(textBoxes);
  const problems = [...seen.problems, ...asked.map((address) => `asks for ${address}`)];
  clean(dir, path, 'svg', problems, `${seen.size}, ${seen.boxes.length} lines of text`);
  clean(dir, path, 'svg labels', [...collisions(seen.boxes), ...seen.crossed]);
}

async function bpmn(page, dir, { path }) {
  const xml = readFileSync(join(dir, path), 'utf8');
  const { rootElement } = await new BpmnModdle().fromXML(xml);
  await page.setViewport({ width: 3000, height: 2000 });
  await page.setContent('<!doctype html><div id="canvas" style="width:3000px;height:2000px"></div>');
  for (const name of ['diagram-js.css', 'bpmn-js.css']) {
    await page.addStyleTag({ path: join(modules, 'bpmn-js/dist/assets', name) });
  }
  await page.addScriptTag({ path: join(modules, 'bpmn-js/dist/bpmn-viewer.production.min.js') });
  const seen = await page.evaluate(measure, xml);
  clean(dir, path, 'bpmn-js', [...seen.warnings, ...drawn(rootElement, seen)], `${seen.shapes.length} shapes, ${seen.connections.length} connections`);
  const { problems, good } = geometry(rootElement, seen);
  clean(dir, path, 'bpmn geometry', problems, good);
}
