// HTML on paper: html-validate with its recommended, standard and accessibility rules.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { clean, entries, folders } from './verdicts.mjs';

const config = JSON.parse(readFileSync(join(import.meta.dirname, 'htmlvalidate.json'), 'utf8'));
const judge = new HtmlValidate(new StaticConfigLoader(config));

for (const [dir, manifest] of folders()) {
  for (const entry of entries(manifest, 'html')) {
    const report = await judge.validateString(readFileSync(join(dir, entry.path), 'utf8'), entry.path);
    const found = report.results.flatMap(({ messages }) => messages);
    clean(dir, entry.path, 'html-validate', found.map(({ ruleId, line, message }) => `${ruleId} in line ${line}: ${message}`));
  }
}
