// Workflow commands of GitHub Actions: read as the runner reads them (docs.github.com, "Workflow
// commands for GitHub Actions"; the runner's ActionCommand), and compared with what @actions/core
// writes of the findings that the JSON report of the same check has.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';
import { clean, entries, folders } from './verdicts.mjs';

const LEVELS = { error: core.error, warning: core.warning, advice: core.notice };

const unescape = (text, signs) => signs.reduce((it, [code, sign]) => it.replaceAll(code, sign), text);
const DATA = [['%0D', '\r'], ['%0A', '\n'], ['%25', '%']];
const PROPERTY = [['%0D', '\r'], ['%0A', '\n'], ['%3A', ':'], ['%2C', ','], ['%25', '%']];

/** A command as the runner understands its line; nothing for a line that is none. */
function read(line) {
  const end = line.indexOf('::', 2);
  if (!line.startsWith('::') || end < 0) return null;
  const [, name, rest = ''] = /^(\S*)\s*(.*)$/s.exec(line.slice(2, end));
  const properties = {};
  for (const pair of rest.split(',').filter(Boolean)) {
    const at = pair.indexOf('=');
    if (at > 0) properties[pair.slice(0, at).trim()] = unescape(pair.slice(at + 1), PROPERTY);
  }
  return { name, properties, message: unescape(line.slice(end + 2), DATA) };
}

const title = ({ rule, name, severity, pack }) => `${rule} ${name} [${severity}, ${pack}]`;

/** What @actions/core writes of a finding; the message is that of the line, whose beginning is known. */
function expected(finding, message) {
  const { place } = finding;
  const properties = {
    title: title(finding),
    file: place.file,
    startLine: place.line,
    endLine: place.end_line,
  };
  // Columns are known within one line only.
  if (place.line === place.end_line) Object.assign(properties, { startColumn: place.column, endColumn: place.end_column });
  const { write } = process.stdout;
  let said = '';
  process.stdout.write = (text) => { said += text; return true; };
  try {
    LEVELS[finding.severity](message, properties);
  } finally {
    process.stdout.write = write;
  }
  return read(said.trimEnd());
}

const sorted = (it) => JSON.stringify([it.name, Object.entries(it.properties).sort(), it.message]);
const order = (a, b) => (a < b ? -1 : Number(a > b));

for (const [dir, manifest] of folders()) {
  for (const entry of entries(manifest, 'workflow-commands')) {
    const problems = [];
    const text = readFileSync(join(dir, entry.path), 'utf8');
    const lines = text.split('\n');
    if (lines.pop() !== '') problems.push('the last line is not ended');
    const commands = lines.map(read);
    lines.forEach((line, at) => commands[at] ?? problems.push(`line ${at + 1} is no command: ${line.slice(0, 80)}`));
    const { findings } = JSON.parse(readFileSync(join(dir, entry.beside), 'utf8'));
    const counting = findings.filter(({ excuse }) => !excuse);
    if (commands.length !== counting.length) problems.push(`${commands.length} commands for ${counting.length} findings`);
    // The same findings, whatever their order: each with the message that begins like its own.
    const known = commands.filter(Boolean);
    const wanted = counting.map((finding) => {
      const begins = `${finding.message}\n${finding.help}\n`;
      const own = known.find(({ properties, message }) => properties.title === title(finding) && message.startsWith(begins)
        && properties.file === finding.place.file && Number(properties.line) === finding.place.line);
      if (!own) problems.push(`no command says ${finding.rule} at ${finding.place.file}:${finding.place.line}`);
      return own ? expected(finding, own.message) : null;
    });
    const ours = known.map(sorted).sort(order);
    const theirs = wanted.filter(Boolean).map(sorted).sort(order);
    ours.forEach((it, at) => it === theirs[at] || problems.push(`other than @actions/core: ${it.slice(0, 200)}`));
    clean(dir, entry.path, 'workflow commands', problems);
  }
}
