// What the judges written in JavaScript share: they read manifests and say verdicts, one JSON line each.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Each folder with its manifest. */
export function folders(names = process.argv.slice(2)) {
  return names.map((name) => [name, JSON.parse(readFileSync(join(name, 'manifest.json'), 'utf8'))]);
}

/** The artifacts of a kind. */
export function entries(manifest, kind, ending = '') {
  return manifest.artifacts.filter((entry) => entry.kind === kind && entry.path.endsWith(ending));
}

/** Says one verdict; `counts` are of the messages on which judges agreed, for the page of parity. */
export function verdict(dir, artifact, judge, ok, detail = '', counts = undefined) {
  process.stdout.write(`${JSON.stringify({ dir, artifact, judge, ok, detail, counts })}\n`);
}

/** Says the verdict "no problem was found", or what was found. */
export function clean(dir, artifact, judge, problems, good = '') {
  const more = problems.length > 5 ? ` (and ${problems.length - 5} more)` : '';
  const detail = problems.length ? problems.slice(0, 5).join('; ') + more : good;
  verdict(dir, artifact, judge, problems.length === 0, detail);
}
