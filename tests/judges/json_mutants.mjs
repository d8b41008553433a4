// Mutants of a JSON sample: one mistake each (or one permitted change) that follows from the schema.

/** Lists `{name, valid, value}` for the instance under the schema document. */
export function mutants(document, instance) {
  const made = [];
  const add = (valid, name, value) => made.push({ name, valid, value });
  visit(document, document, instance, '', (value) => value, add);
  return made;
}

/** The schema with its references followed and its `allOf` parts beside it. */
function parts(document, schema, depth = 0) {
  if (typeof schema !== 'object' || schema === null || depth > 20) return [];
  const all = [schema];
  // Conditions and business rules say nothing of the structure.
  if (typeof schema.$ref === 'string' && schema.$ref.endsWith('_Rules')) return [];
  if (typeof schema.$ref === 'string' && schema.$ref.startsWith('#')) {
    const target = schema.$ref
      .slice(1)
      .split('/')
      .filter(Boolean)
      .reduce((at, key) => at?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document);
    all.push(...parts(document, target, depth + 1));
  }
  for (const part of schema.allOf ?? []) all.push(...parts(document, part, depth + 1));
  return all;
}

function visit(document, schema, value, path, rebuild, add) {
  const all = parts(document, schema);
  const first = (key) => all.find((part) => part[key] !== undefined)?.[key];
  const at = path || 'the message';
  add(false, `${at}: null`, rebuild(null));
  if (Array.isArray(value)) {
    add(false, `${at}: one in place of a list`, rebuild(value[0] ?? 'x'));
    const [least, most] = [first('minItems') ?? 0, first('maxItems')];
    if (least > 0) add(false, `${at}: an empty list`, rebuild([]));
    if (most !== undefined && most < 2000 && value.length) {
      add(false, `${at}: too many`, rebuild(Array(most + 1).fill(value[0])));
    } else if (most === undefined && value.length && !first('uniqueItems')) {
      add(true, `${at}: once more`, rebuild([...value, value.at(-1)]));
    }
    const items = first('items');
    value.forEach((item, index) => {
      const put = (changed) => rebuild(value.with(index, changed));
      if (items) visit(document, items, item, `${path}/${index}`, put, add);
    });
  } else if (typeof value === 'object' && value !== null) {
    add(false, `${at}: a text in place of an object`, rebuild('x'));
    // A schema that lets strangers in is found out here: no message of a block is open.
    add(false, `${at}: unknown property`, rebuild({ ...value, unknownProperty: 1 }));
    const required = new Set(all.flatMap((part) => part.required ?? []));
    const properties = Object.assign({}, ...all.map((part) => part.properties ?? {}));
    for (const [key, inner] of Object.entries(value)) {
      const { [key]: _, ...rest } = value;
      const free = !first('dependentRequired') && !first('minProperties') && !first('if');
      if (required.has(key)) add(false, `${path}/${key}: left out`, rebuild(rest));
      else if (free) add(true, `${path}/${key}: left out`, rebuild(rest));
      add(false, `${path}/${key}: misspelt`, rebuild({ ...rest, [`${key}X`]: inner }));
      const put = (changed) => rebuild({ ...value, [key]: changed });
      if (properties[key]) visit(document, properties[key], inner, `${path}/${key}`, put, add);
    }
  } else {
    scalar(all, first, value, at, rebuild, add);
  }
}

function scalar(all, first, value, at, rebuild, add) {
  add(false, `${at}: an object in place of a value`, rebuild({ a: 1 }));
  add(false, `${at}: a list in place of a value`, rebuild([value]));
  if (typeof value === 'string') {
    add(false, `${at}: a number in place of a text`, rebuild(12));
    const [least, most, listed] = [first('minLength'), first('maxLength'), first('enum')];
    if (most !== undefined) {
      add(false, `${at}: longer than allowed`, rebuild(value + 'A'.repeat(most + 1 - [...value].length)));
      if (!first('pattern') && !listed && !first('format') && first('const') === undefined) {
        add(true, `${at}: as long as allowed`, rebuild('é'.repeat(most)));
      }
    }
    if (least) add(false, `${at}: empty`, rebuild(''));
    if (listed) {
      if (!listed.includes(`${value}X`)) add(false, `${at}: not a code of the list`, rebuild(`${value}X`));
      add(true, `${at}: another code of the list`, rebuild(listed.at(-1)));
    }
    if (first('const') !== undefined) add(false, `${at}: not the one value`, rebuild(`${value}X`));
    for (const part of all.filter((part) => part.pattern !== undefined)) {
      for (const wrong of ['~', '-1', `${value}~`, `~${value}`]) {
        if (!new RegExp(part.pattern, 'u').test(wrong)) add(false, `${at}: ${wrong} against the pattern`, rebuild(wrong));
      }
    }
    if (['date', 'date-time', 'uri', 'uuid', 'email'].includes(first('format'))) {
      add(false, `${at}: not in the format`, rebuild('not in the format'));
    }
  } else if (typeof value === 'number') {
    add(false, `${at}: a text in place of a number`, rebuild(String(value)));
    if (first('type') === 'integer') add(false, `${at}: not a whole number`, rebuild(value + 0.5));
    if (first('maximum') !== undefined) add(false, `${at}: too great`, rebuild(first('maximum') + 1));
    if (first('minimum') !== undefined) add(false, `${at}: too small`, rebuild(first('minimum') - 1));
  } else if (typeof value === 'boolean') {
    add(false, `${at}: a text in place of yes or no`, rebuild(String(value)));
    if (first('const') === undefined) add(true, `${at}: the other`, rebuild(!value));
  }
}
