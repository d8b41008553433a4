// The page that lists blocks, made ready for the judges of pages: a folder of its own with a manifest.
// Each link to a file has to lead to one that is there, and each file of a block's manifest to be linked.
//
//   node index.mjs GENERATED DIR

import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [generated, out] = process.argv.slice(2);
const pages = readdirSync(generated).filter((name) => /^index(\.\w+)?\.html$/.test(name));
const problems = pages.length ? [] : [`no index.html in ${generated}`];
mkdirSync(out, { recursive: true });
for (const name of pages) {
  const text = readFileSync(join(generated, name), 'utf8');
  const links = new Set([...text.matchAll(/ href="([^"#:]+)"/g)].map(([, href]) => decodeURIComponent(href)));
  for (const link of links) {
    if (!existsSync(join(generated, link))) problems.push(`${name}: no file ${link}`);
  }
  for (const folder of readdirSync(generated, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const { artifacts } = JSON.parse(readFileSync(join(generated, folder.name, 'manifest.json'), 'utf8'));
    for (const { path } of artifacts) {
      if (!links.has(`${folder.name}/${path}`)) problems.push(`${name}: ${folder.name}/${path} is not linked`);
    }
  }
  copyFileSync(join(generated, name), join(out, name));
}
const judges = ['axe', 'no script', 'phone width', 'no network', 'html-validate'];
const artifacts = pages.map((path) => ({ path, kind: 'html' }));
writeFileSync(join(out, 'manifest.json'), `${JSON.stringify({ manifest: 1, partial: true, judges, artifacts }, null, 2)}\n`);
for (const problem of problems.slice(0, 20)) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
