// The page of parity (docs/verdict-parity.md): on how many messages the judges agreed, block by block, and what
// each of them cannot express, from the tables that `gnc build` writes beside the Schematron.

import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const HEAD = `# One verdict of all judges

For each block that ships, \`gnc message sample\` makes at least 1,000 messages: valid ones that differ by their seed,
one that keeps and one that breaks each condition and rule, and for each element one for each way in which it can be
wrong. Each is written in XML and in JSON. \`gnc message validate\` judges both; xmllint judges the XML by the XML Schema,
Saxon by the Schematron what the XML Schema accepts (with libxslt beside it where the rules need XPath 1.0 only), ajv the
JSON by the JSON Schema. One disagreement about what a judge can express fails \`tests/run\`; so do fewer than 1,000
messages, and a judge whose loosened schema nobody would notice. This page is written by \`tests/parity\`, which asks these judges alone.

Beside these messages, \`tests/run\` changes each sample in up to 300 places by what follows from its schemas, not from
\`gnc\`: xmllint and Python's xmlschema judge the mutants in XML, ajv and Python's jsonschema those in JSON, and
\`gnc message validate\` both; it prints how many.
`;

const NATURE = `
## What each cannot express

| judge | what it cannot say |
|---|---|
| XML Schema (xmllint) | conditions and business rules: every one of them |
| Schematron (Saxon, libxslt) | structure, formats and codes, which are left to the XML Schema; the rules counted below |
| JSON Schema (ajv) | the rules counted below; which of two properties of one name counts |
| \`gnc message validate\` | rules about facts beside the message that it was not given (\`--facts\`): it lists them as not judged |

What of a single message is refused by one and accepted by another by its nature stands in
[Beside the schemas](messages.md#beside-the-schemas).
`;

/** The cells of a row of a Markdown table. */
const cells = (line) => line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim());

/** What Schematron and JSON Schema say of each condition and rule of a block. */
function expressed(dir) {
  const path = join(dir, 'schematron', 'README.en.md');
  if (!existsSync(path)) return [];
  const rows = readFileSync(path, 'utf8').split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((line) => cells(line).slice(-2));
}

const sum = (all) => all.reduce((one, other) => one + other, 0);
const number = (value) => value.toLocaleString('en');
const row = (all) => `| ${all.map((it) => (typeof it === 'number' ? number(it) : it)).join(' | ')} |`;
const reason = (cell) => cell.match(/^not expressed: (.*)$/)?.[1];

/** The blocks with messages of which judges said counts: name, folder, counts, what schemas say of its rules. */
export function blocks(dirs, verdicts) {
  const all = dirs.map((dir) => {
    const own = verdicts.filter((one) => one.dir === dir && one.counts);
    const count = (key) => sum(own.map(({ counts }) => counts[key] ?? 0));
    return { name: basename(dir), own, count, rules: expressed(dir) };
  });
  return all.filter(({ own }) => own.some(({ judge }) => judge === 'parity'));
}

/** The page. */
export function page(dirs, verdicts) {
  const all = blocks(dirs, verdicts);
  const lines = [HEAD, '## Messages on which all agree', ''];
  lines.push('| block | kinds of message | generated | valid | broken | judged by Saxon |', '|---|--:|--:|--:|--:|--:|');
  const counts = all.map(({ count }) => [
    count('kinds'), count('generated'), count('valid'), count('generated') - count('valid'), count('schematron'),
  ]);
  all.forEach(({ name }, at) => lines.push(row([`\`${name}\``, ...counts[at]])));
  if (all.length) lines.push(row(['all', ...counts[0].map((_, at) => sum(counts.map((one) => one[at])))]));
  const bare = sum(all.map(({ count }) => count('no_xml')));
  if (bare) lines.push('', `${number(bare)} of the broken messages exist in JSON only: their fault has no counterpart in XML.`);
  lines.push(NATURE);
  lines.push('| block | conditions and rules | Schematron, XPath 1.0 | XPath 2.0 | not in Schematron | in JSON Schema | not in JSON Schema |');
  lines.push('|---|--:|--:|--:|--:|--:|--:|');
  for (const { name, rules } of all) {
    const xpath = (version) => rules.filter(([cell]) => cell.startsWith(`XPath ${version}`)).length;
    const not = (at) => rules.filter((cell) => reason(cell[at])).length;
    const link = `[\`${name}\`](../generated/${name}/schematron/README.en.md)`;
    lines.push(row([link, rules.length, xpath('1.0'), xpath('2.0'), not(0), rules.length - not(1), not(1)]));
  }
  const reasons = new Map();
  for (const [at, cell] of all.flatMap(({ rules }) => rules.flatMap((one) => [...one.entries()]))) {
    // Where one rule says several things, a cell may have several reasons.
    for (const why of reason(cell)?.split('; not expressed: ') ?? []) {
      if (!reasons.has(why)) reasons.set(why, [0, 0]);
      reasons.get(why)[at] += 1;
    }
  }
  lines.push('', 'The reasons, over all blocks; each block has its own table, rule by rule, behind its name above.', '');
  lines.push('| why not | in Schematron | in JSON Schema |', '|---|--:|--:|');
  const sorted = [...reasons].sort(([one, a], [other, b]) => sum(b) - sum(a) || (one < other ? -1 : 1));
  for (const [why, [first, second]] of sorted) lines.push(row([why, first, second]));
  return `${lines.join('\n')}\n`;
}
