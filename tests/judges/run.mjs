// Runs the judges over folders of artifacts, two at a time, and sums up.
//
//   node run.mjs [--steps FILE] [--log FILE] [--parity FILE] [--known FILE] [--only parity] [--no-selftest] DIR...
//
// Each DIR holds a manifest.json. FILE of --steps has a line `name<TAB>ok|failed<TAB>detail` for each
// step that went before; that of --parity gets the page of parity, and that of --known is
// compared with it. `--only parity` asks `parity.py` alone. The last line printed is `N passed, N failed`.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { blocks, page } from './parity.mjs';
import { spoil } from './selftest.mjs';

const here = import.meta.dirname;
const python = process.env.GNC_PYTHON ?? 'python3';
const { values, positionals: dirs } = parseArgs({
  allowPositionals: true,
  options: {
    steps: { type: 'string' },
    log: { type: 'string' },
    parity: { type: 'string' },
    known: { type: 'string' },
    only: { type: 'string' },
    'no-selftest': { type: 'boolean' },
  },
});

// The longest first; those that take long look at one folder at a time, so that two run beside each other.
const EVERYONE = [
  ['word.py', [], 'apart'],
  ['pdf.py', [], 'apart'],
  ['xml_schema.py', ['xmllint', 'xmlschema', 'xml mutants'], 'apart'],
  ['browser.mjs', ['axe', 'no script', 'phone width', 'no network', 'svg', 'svg labels', 'bpmn-js', 'bpmn geometry']],
  ['parity.py', ['parity'], 'apart'],
  ['schematron.py', ['schematron']],
  ['json_schema.mjs', ['ajv', 'jsonschema', 'json mutants']],
  ['openapi.mjs', ['redocly', 'openapi-spec-validator']],
  ['bpmn.mjs', ['bpmn-moddle', 'bpmnlint']],
  ['html.mjs', ['html-validate']],
  ['roundtrip.py', ['round trip']],
  ['github.mjs', []],
  ['folder.py', ['folder']],
];
const JUDGES = EVERYONE.filter(([script]) => !values.only || script === `${values.only}.py`);

const temporary = mkdtempSync(join(tmpdir(), 'gnc-judges-'));
const spoilt = values['no-selftest'] ? [] : spoil(temporary);
const verdicts = [];
const failures = [];

async function run({ script, targets }) {
  const started = performance.now();
  const program = script.endsWith('.py') ? python : process.execPath;
  const child = spawn(program, [join(here, script), ...targets], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (data) => (errors += data));
  for await (const line of createInterface({ input: child.stdout })) verdicts.push(JSON.parse(line));
  const code = child.exitCode ?? (await new Promise((done) => child.on('close', done)));
  if (code !== 0) failures.push(`${script} broke down: ${errors.trim().split('\n').slice(-3).join(' | ')}`);
  const what = targets.length === 1 ? ` ${basename(targets[0])}` : '';
  console.log(`  ${script}${what}: judged in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

const every = [...dirs, ...spoilt.map(({ dir }) => dir)];
const queue = JUDGES.flatMap(([script, , apart]) =>
  apart
    ? [...dirs.map((dir) => ({ script, targets: [dir] })), { script, targets: every.slice(dirs.length) }]
    : [{ script, targets: every }],
).filter(({ targets }) => targets.length);
const worker = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) await run(next);
};
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
rmSync(temporary, { recursive: true, force: true });

// What was made wrong on purpose must be refused, by the judge meant; what was left right, accepted.
const made = new Set(spoilt.map(({ dir }) => dir));
const real = verdicts.filter(({ dir }) => !made.has(dir));
const proofs = [];
for (const { dir, name, judge } of spoilt) {
  const own = verdicts.filter((one) => one.dir === dir);
  const refused = own.filter((one) => !one.ok);
  if (judge) {
    const ok = refused.some((one) => one.judge === judge);
    proofs.push({ judge: 'self-test', dir: judge, artifact: name, ok, detail: ok ? '' : 'was not refused' });
  } else {
    const detail = refused.map((one) => `${one.judge} on ${one.artifact}: ${one.detail}`).join('; ');
    const ok = refused.length === 0 && own.length > 0;
    proofs.push({ judge: 'self-test', dir: 'all', artifact: name, ok, detail });
  }
}

// A judge that said nothing about a folder was not there: that is a failure, not a pass.
for (const dir of dirs) {
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
  const everyone = manifest.partial ? [] : JUDGES.flatMap(([, names]) => names);
  for (const judge of manifest.judges ?? everyone) {
    if (!real.some((one) => one.dir === dir && one.judge === judge)) {
      real.push({ dir, artifact: '', judge, ok: false, detail: 'said nothing about this folder' });
    }
  }
}
for (const detail of failures) real.push({ dir: '', artifact: '', judge: 'harness', ok: false, detail });

const steps = values.steps
  ? readFileSync(values.steps, 'utf8').split('\n').filter(Boolean).map((line) => {
      const [artifact, word, detail = ''] = line.split('\t');
      return { dir: '', artifact, judge: `step: ${artifact}`, ok: word === 'ok', detail };
    })
  : [];

const all = [...steps, ...proofs, ...real];
if (values.log) writeFileSync(values.log, all.map((one) => `${JSON.stringify(one)}\n`).join(''));
const agreed = page(dirs, real);
if (values.parity) writeFileSync(values.parity, agreed);
const failed = all.filter((one) => !one.ok);
if (failed.length) {
  console.log('\nFailed:');
  for (const { dir, artifact, judge, detail } of failed) {
    console.log(`  ${judge}: ${[basename(dir), artifact].filter(Boolean).join('/')}${detail ? `: ${detail}` : ''}`);
  }
}
const compared = blocks(dirs, real);
if (compared.length) {
  console.log(`\n${'messages compared'.padEnd(26)}${'generated'.padStart(10)}${'in XML'.padStart(8)}${'in JSON'.padStart(8)}`);
  for (const { name, count } of compared) {
    const counts = [count('generated'), count('xml'), count('json')].map((it, at) => String(it).padStart(at ? 8 : 10));
    console.log(`${name.padEnd(26)}${counts.join('')}`);
  }
}
// A note and no failure: the numbers change with every block, and what has to hold is judged above.
if (values.known && readFileSync(values.known, 'utf8') !== agreed) {
  console.log(`\n${values.known} has other numbers: tests/parity writes it anew.`);
}
const rows = new Map();
for (const { judge, ok } of all) {
  const row = rows.get(judge) ?? { passed: 0, failed: 0 };
  row[ok ? 'passed' : 'failed'] += 1;
  rows.set(judge, row);
}
console.log(`\n${'judge'.padEnd(26)}${'passed'.padStart(8)}${'failed'.padStart(8)}`);
for (const [judge, row] of rows) {
  console.log(`${judge.padEnd(26)}${String(row.passed).padStart(8)}${String(row.failed).padStart(8)}`);
}
console.log(`\n${all.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length || !real.length ? 1 : 0;
