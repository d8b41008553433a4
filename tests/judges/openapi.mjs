// OpenAPI: Redocly's linter and Python's openapi-spec-validator.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { clean, entries, folders } from './verdicts.mjs';

const here = import.meta.dirname;
const documents = folders().flatMap(([dir, manifest]) =>
  entries(manifest, 'openapi').map((entry) => ({ dir, artifact: entry.path, path: join(dir, entry.path) })),
);

/** Redocly's problems with one document; it reports several documents as one text after another. */
function lint(path) {
  const cli = join(here, 'node_modules/@redocly/cli/bin/cli.js');
  const args = [cli, 'lint', '--config', join(here, 'redocly.yaml'), '--format', 'json', '--max-problems', '1000', path];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', env, maxBuffer: 1 << 28 });
  const json = run.stdout.match(/^\{.*^\}/ms);
  if (!json) throw new Error(run.stdout + run.stderr);
  return JSON.parse(json[0]).problems;
}

if (documents.length) {
  for (const { dir, artifact, path } of documents) {
    const own = lint(path);
    const say = ({ ruleId, message, location }) => `${ruleId} at ${location[0]?.pointer ?? '?'}: ${message.replaceAll('\n', ' ')}`;
    const errors = own.filter(({ severity }) => severity === 'error').map(say);
    const warnings = own.filter(({ severity }) => severity !== 'error').map(say);
    clean(dir, artifact, 'redocly', errors, warnings.length ? `${warnings.length} warnings: ${warnings[0]}` : '');
  }
  const paths = documents.map(({ path }) => path);
  const second = spawnSync(process.env.GNC_PYTHON ?? 'python3', [join(here, 'openapi.py'), ...paths], { encoding: 'utf8' });
  if (second.status !== 0) throw new Error(second.stderr);
  JSON.parse(second.stdout).forEach((problems, index) => {
    const { dir, artifact } = documents[index];
    clean(dir, artifact, 'openapi-spec-validator', problems);
  });
}
