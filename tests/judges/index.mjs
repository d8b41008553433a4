// The page that lists blocks, made ready for the judges of pages: a folder of its own with a manifest.
// Each link to a file has to lead to one that is there, and each file of a block's manifest to be linked.
//
//   node index.mjs GENERATED DIR

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is wrong with the pages of a folder, and their names. */
function examine(generated) {
  const pages = readdirSync(generated).filter((name) => /^index(\.\w+)?\.html$/.test(name));
  const problems = pages.length ? [] : [`no index.html in ${generated}`];
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
  }
  return { pages, problems };
}

/** What is done to a small good folder, and what has to be said of it; null: nothing. */
const MISTAKES = [
  ['nothing wrong', () => {}, null],
  ['a link to a file that is not there', (dir) => rmSync(join(dir, 'a.note/annex/two words.md')), 'index.html: no file a.note/annex/two words.md'],
  ['a file that no link leads to', (dir) => edit(join(dir, 'index.fr.html'), / href="a.note\/xsd\/note.xsd"/, ''), 'index.fr.html: a.note/xsd/note.xsd is not linked'],
  ['a link that is no attribute', (dir) => edit(join(dir, 'index.html'), ' href="a.note/xsd/note.xsd"', ' data-href="a.note/xsd/note.xsd"'), 'index.html: a.note/xsd/note.xsd is not linked'],
  ['a block without any link', (dir) => block(dir, 'b.note'), 'index.html: b.note/xsd/note.xsd is not linked'],
  ['no page at all', (dir) => readdirSync(dir).filter((name) => name.endsWith('.html')).forEach((name) => rmSync(join(dir, name))), 'no index.html in'],
];

function edit(path, from, to) {
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`self-test changes nothing in ${path}`);
  writeFileSync(path, changed);
}

/** A block with two files, as `gnc build` leaves it. */
function block(dir, id) {
  const files = ['annex/two words.md', 'xsd/note.xsd'];
  for (const path of files) {
    mkdirSync(join(dir, id, path, '..'), { recursive: true });
    writeFileSync(join(dir, id, path), 'small\n');
  }
  const artifacts = files.map((path) => ({ path, kind: 'small' }));
  writeFileSync(join(dir, id, 'manifest.json'), JSON.stringify({ artifacts }));
}

/** Says which mistakes this judge does not see. */
function selfTest() {
  const missed = [];
  for (const [name, spoil, said] of MISTAKES) {
    const dir = mkdtempSync(join(tmpdir(), 'index-'));
    block(dir, 'a.note');
    // An address elsewhere and a place of the page itself are no files.
    const page = '<a href="https://example.org/x">x</a> <a href="#a">a</a> <a href="a.note/annex/two%20words.md">n</a> <a href="a.note/xsd/note.xsd">s</a>\n';
    for (const language of ['index.html', 'index.fr.html']) writeFileSync(join(dir, language), page);
    spoil(dir);
    const { problems } = examine(dir);
    const right = said === null ? problems.length === 0 : problems.some((problem) => problem.startsWith(said));
    if (!right) missed.push(`self-test "${name}": ${problems.join('; ') || 'no problem is seen'}`);
    rmSync(dir, { recursive: true });
  }
  return missed;
}

const [generated, out] = process.argv.slice(2);
const { pages, problems } = examine(generated);
mkdirSync(out, { recursive: true });
for (const name of pages) copyFileSync(join(generated, name), join(out, name));
const judges = ['axe', 'no script', 'phone width', 'no network', 'html-validate'];
const artifacts = pages.map((path) => ({ path, kind: 'html' }));
writeFileSync(join(out, 'manifest.json'), `${JSON.stringify({ manifest: 1, partial: true, judges, artifacts }, null, 2)}\n`);
problems.unshift(...selfTest());
for (const problem of problems.slice(0, 20)) console.error(problem);
process.exitCode = problems.length ? 1 : 0;
