// ajv as the judges use it: it compiles schemas of every edition, and ours strictly.

import Ajv2020 from 'ajv/dist/2020.js';
import Ajv from 'ajv';
import Ajv4 from 'ajv-draft-04';
import formats from 'ajv-formats';

/**
 * A validator for the schema by the edition of JSON Schema that it names. In a block every scalar is
 * text as it was written, whatever YAML makes of it: its schema names several types for one value.
 */
export function compile(schema, kind) {
  const edition = String(schema.$schema ?? '');
  // Schemas of other makers are taken as they are; ours are read strictly.
  const ours = edition.includes('2020-12');
  const Class = ours ? Ajv2020 : edition.includes('draft-04') ? Ajv4 : Ajv;
  const ajv = new Class({ strict: ours, strictRequired: false, unicodeRegExp: ours, strictTypes: kind !== 'block' && ours });
  (formats.default ?? formats)(ajv);
  // Words to editors, which judge nothing.
  if (kind === 'block') ajv.addVocabulary(['markdownDescription', 'markdownEnumDescriptions', 'defaultSnippets']);
  return ajv.compile(schema);
}

/** The names of the conditions and business rules that a schema says. */
export function rulesOf(schema) {
  const own = Object.entries(schema.$defs ?? {}).filter(([name]) => name.endsWith('_Rules'));
  return new Set(own.flatMap(([, rules]) => rules.allOf.map((one) => one.title)));
}
