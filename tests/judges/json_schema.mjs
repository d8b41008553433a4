// JSON Schema: ajv (strict) and Python's jsonschema take every schema and instance, and give one
// verdict on every mutant.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join } from 'node:path';
import { parseDocument } from 'yaml';
import { compile, rulesOf } from './ajv.mjs';
import { mutants } from './json_mutants.mjs';
import { clean, entries, folders, verdict } from './verdicts.mjs';

const LIMIT = Number(process.env.GNC_MUTANTS ?? 300);
const at = (dir, path) => (isAbsolute(path) ? path : join(dir, path));
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** An instance as JSON: a block is YAML 1.2, in which every scalar is kept as it was written. */
function read(path) {
  const text = readFileSync(path, 'utf8');
  if (!/\.ya?ml$/.test(path)) return JSON.parse(text);
  const document = parseDocument(text, { version: '1.2', uniqueKeys: true });
  if (document.errors.length) throw document.errors[0];
  return document.toJS();
}

/** Verdicts of the validator under test on each message; none where no block is known by this name. */
function gnc(block, messages) {
  const program = process.env.GNC;
  const path = join(import.meta.dirname, '..', '..', 'utility-blocks', `${block}.yaml`);
  if (!program || !existsSync(path)) return null;
  const input = messages.map((message) => `${JSON.stringify(message)}\n`).join('');
  const args = ['message', 'validate', '--format', 'json', '--block', path, '-'];
  const run = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return run.stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

/** Whether gnc accepts what the schema can say: structure, and these of its rules. */
const accepts = (said, rules) => said.conforms && !said.broken.some((name) => rules.has(name));

const chosen = (made) =>
  LIMIT <= 0 || made.length <= LIMIT
    ? made
    : Array.from({ length: LIMIT }, (_, index) => made[Math.floor((index * made.length) / LIMIT)]);

const tasks = [];
const compiled = new Map();
for (const [dir, manifest] of folders()) {
  for (const entry of entries(manifest, 'json-schema')) {
    const path = at(dir, entry.path);
    try {
      compiled.set(path, compile(json(path)));
      verdict(dir, entry.path, 'ajv', true);
    } catch (error) {
      verdict(dir, entry.path, 'ajv', false, error.message);
    }
    tasks.push({ dir, artifact: entry.path, schema: path, instances: null });
  }
  const instances = [
    ...entries(manifest, 'sample', '.json').map((entry) => [entry, true]),
    ...entries(manifest, 'sarif').map((entry) => [entry, false]),
    ...entries(manifest, 'findings').map((entry) => [entry, false]),
    ...entries(manifest, 'status').map((entry) => [entry, false]),
    ...entries(manifest, 'difference').map((entry) => [entry, false]),
    ...entries(manifest, 'block').map((entry) => [entry, entry.mutants === true]),
  ];
  for (const [entry, mutate] of instances) {
    const sarif = () => createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    if (!entry.schema && entry.kind !== 'sarif') {
      verdict(dir, entry.path, 'ajv', false, 'the manifest names no schema');
      continue;
    }
    const path = entry.kind === 'sarif' ? sarif() : at(dir, entry.schema);
    try {
      if (!compiled.has(path)) compiled.set(path, compile(json(path), entry.kind));
      const validate = compiled.get(path);
      const instance = read(at(dir, entry.source ?? entry.path));
      const accepted = validate(instance);
      const why = (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`);
      clean(dir, entry.path, 'ajv', accepted ? [] : why);
      const made = mutate && accepted ? chosen(mutants(json(path), instance)) : [];
      const first = made.map((one) => validate(one.value));
      const block = entry.kind === 'sample' ? (manifest.block ?? '') : '';
      const task = { dir, artifact: entry.path, schema: path, mutate, made, first, block };
      tasks.push({ ...task, instances: [instance, ...made.map((one) => one.value)] });
    } catch (error) {
      verdict(dir, entry.path, 'ajv', false, error.message);
    }
  }
}

const python = process.env.GNC_PYTHON ?? 'python3';
const script = join(import.meta.dirname, 'json_schema.py');
const input = JSON.stringify(tasks.map(({ schema, instances }) => ({ schema, instances })));
const run = spawnSync(python, [script], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
if (run.status !== 0) throw new Error(run.stderr);
JSON.parse(run.stdout).forEach((answer, index) => {
  const { dir, artifact, instances, mutate, made, first, block } = tasks[index];
  clean(dir, artifact, 'jsonschema', answer.problems);
  if (!instances || !mutate) return;
  const wrong = [];
  const refused = made.filter((one) => !one.valid).length;
  const own = block ? gnc(block, made.map((one) => one.value)) : null;
  const rules = rulesOf(json(tasks[index].schema));
  made.forEach((one, at) => {
    const second = answer.accepted[at + 1];
    if (first[at] !== second) wrong.push(`${one.name}: ajv says ${first[at]}, jsonschema says ${second}`);
    // A change of the structure that is permitted may break a rule: gnc has to say which.
    else if (one.valid && !first[at] && own?.[at]?.conforms && !accepts(own[at], rules)) return;
    else if (first[at] !== one.valid) wrong.push(`${one.name}: ${first[at] ? 'accepted' : 'refused'}`);
  });
  if (own) {
    const differ = made.filter((_, at) => own[at] && accepts(own[at], rules) !== first[at]).map((one) => one.name);
    if (own.length !== made.length) differ.push(`${own.length} verdicts on ${made.length} messages`);
    const detail = differ.slice(0, 6).join('; ') || `${made.length} messages, one verdict`;
    verdict(dir, artifact, 'gnc message', !differ.length, detail, { json: made.length });
  }
  if (!refused) wrong.push('the sample itself is refused');
  clean(dir, artifact, 'json mutants', wrong, `${refused} wrong, ${made.length - refused} right`);
});
