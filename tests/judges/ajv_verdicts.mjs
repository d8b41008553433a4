// Verdicts of ajv on messages: tasks `[{schema, messages: [path…]}]` come as JSON on standard input, and
// for each go out the names of the rules that its schema says, and whether each message is accepted.

import { readFileSync } from 'node:fs';
import { compile, rulesOf } from './ajv.mjs';

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const answers = json(0).map(({ schema, messages }) => {
  const read = json(schema);
  const validate = compile(read);
  return { rules: [...rulesOf(read)], accepted: messages.map((path) => validate(json(path))) };
});
process.stdout.write(JSON.stringify(answers));
