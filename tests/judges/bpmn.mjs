// BPMN on paper: bpmn-moddle reads each file without a warning, bpmnlint finds no error.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { clean, entries, folders, verdict } from './verdicts.mjs';

const require = createRequire(import.meta.url);
const { Linter } = require('bpmnlint');
const Resolver = require('bpmnlint/lib/resolver/node-resolver');

/** A linter of its own for each file: some rules remember what they have seen. */
const linter = () => new Linter({ resolver: new Resolver({ require }), config: { extends: 'bpmnlint:recommended' } });

for (const [dir, manifest] of folders()) {
  for (const entry of entries(manifest, 'bpmn')) {
    let read;
    try {
      read = await new BpmnModdle().fromXML(readFileSync(join(dir, entry.path), 'utf8'));
    } catch (error) {
      verdict(dir, entry.path, 'bpmn-moddle', false, error.message);
      verdict(dir, entry.path, 'bpmnlint', false, 'cannot be read');
      continue;
    }
    clean(dir, entry.path, 'bpmn-moddle', read.warnings.map((warning) => warning.message));
    const results = await linter().lint(read.rootElement);
    const found = Object.entries(results).flatMap(([rule, list]) =>
      list.map(({ id, message, category }) => ({ category, text: `${rule} at ${id}: ${message}` })),
    );
    const errors = found.filter(({ category }) => category === 'error' || category === 'rule-error');
    const warnings = found.length - errors.length;
    const good = warnings ? `${warnings} warnings: ${found.find(({ category }) => category === 'warn')?.text}` : '';
    clean(dir, entry.path, 'bpmnlint', errors.map(({ text }) => text), good);
  }
}
