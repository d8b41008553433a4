// Occurrence, kinds of values, formats and codes of a message, by the model.

import { at, Faults, isObject, MAX_DEPTH, own, shown } from "./spec.js";
import type { ClassSpec, CompanionSpec, FieldSpec, Json, JsonObject, MessageSpec, ModelSpec, TypeSpec } from "./spec.js";

const sets = new WeakMap<ModelSpec, ReadonlySet<string>[]>();

/** The codes of a list, made ready once. */
function codes(model: ModelSpec, list: number): ReadonlySet<string> {
  let all = sets.get(model);
  if (all === undefined) {
    all = model.lists.map((it) => new Set(it.codes));
    sets.set(model, all);
  }
  return at(all, list);
}

/** The message that the wrapper names. */
export function messageOf(model: ModelSpec, tree: Json): MessageSpec | undefined {
  const name = isObject(tree) ? own(tree, model.typeName.json) : undefined;
  return model.messages.find((it) => it.name === name);
}

/** Judges a message in its JSON form. Whole numbers are put into their one spelling. */
export function check(model: ModelSpec, tree: Json, faults: Faults): void {
  const message = messageOf(model, tree);
  if (!isObject(tree) || message === undefined) {
    faults.add("MetaData", `${model.typeName.json} names no message of ${model.block}`);
    return;
  }
  const checker = new Checker(model, faults);
  const header = at(model.classes, model.header);
  const root: FieldSpec = { xml: message.xml, json: message.json, min: 1, max: 1, class: message.class };
  checker.fields(header.fields, tree, "MetaData", 0, root);
}

class Checker {
  constructor(
    private readonly model: ModelSpec,
    private readonly faults: Faults,
  ) {}

  fields(fields: ClassSpec["fields"], tree: JsonObject, path: string, depth: number, root?: FieldSpec): void {
    if (depth > MAX_DEPTH) {
      this.faults.add(path, "too many levels");
      return;
    }
    const all = root === undefined ? fields : [...fields, root];
    const known = new Set(all.map((it) => it.json));
    for (const property of Object.keys(tree)) {
      if (!known.has(property)) this.faults.add(path, `unknown element ${shown(property)}`);
    }
    for (const field of all) {
      const below = field === root ? field.xml : `${path}/${field.xml}`;
      const value = own(tree, field.json);
      const items = this.items(field, value, below);
      const max = field.max ?? Number.MAX_SAFE_INTEGER;
      if (items === undefined) continue;
      if (items.length < field.min) {
        this.faults.add(below, `occurs ${items.length} times, at least ${field.min} expected`);
      }
      if (items.length > max) this.faults.add(below, `occurs ${items.length} times, at most ${max} allowed`);
      items.forEach((item) => this.item(field, item, below, depth));
    }
  }

  /** The values of a field; undefined where they are not even in the right form. */
  private items(field: FieldSpec, value: Json | undefined, path: string): readonly Json[] | undefined {
    if (value === undefined) return [];
    if ((field.max ?? 2) <= 1) return [value];
    if (Array.isArray(value) && value.length > 0) return value;
    this.faults.add(path, "a list with at least one element expected");
    return undefined;
  }

  private item(field: FieldSpec, item: Json, path: string, depth: number): void {
    if (field.class !== undefined) {
      if (isObject(item)) this.fields(at(this.model.classes, field.class).fields, item, path, depth + 1);
      else this.faults.add(path, "an object expected");
      return;
    }
    const type = at(this.model.types, field.type ?? -1);
    const beside = type.companion;
    if (beside === undefined) {
      this.content(type, item, path);
      return;
    }
    if (!isObject(item)) {
      this.faults.add(path, `an object of content and ${beside.json} expected`);
      return;
    }
    for (const property of Object.keys(item)) {
      if (property !== "content" && property !== beside.json) {
        this.faults.add(path, `unknown element ${shown(property)}`);
      }
    }
    const content = own(item, "content");
    if (content === undefined) this.faults.add(path, "content is missing");
    else this.content(type, content, path);
    const code = own(item, beside.json);
    if (code !== undefined) this.companion(type, beside, code, path);
    else if (beside.required) this.faults.add(path, `${beside.json} is missing`);
  }

  private companion(type: TypeSpec, beside: CompanionSpec, code: Json, path: string): void {
    if (typeof code !== "string" || !this.isCompanion(type, beside, code)) {
      this.faults.add(path, `${beside.json} ${shown(String(code))} is not allowed`);
    }
  }

  private isCompanion(type: TypeSpec, beside: CompanionSpec, code: string): boolean {
    if (type.kind === "date") return (type.formats ?? []).includes(code);
    if (type.list !== undefined) return codes(this.model, type.list).has(code);
    switch (beside.form) {
      case "currency":
        return /^[A-Z]{3}$/.test(code);
      case "unit":
        return /^[A-Z0-9]{1,3}$/.test(code);
      case "media":
        return /^[a-z]{1,20}\/[A-Za-z0-9.+_-]{1,100}$/.test(code);
      case "date":
        return false;
    }
  }

  private content(type: TypeSpec, value: Json, path: string): void {
    if (type.only !== undefined) {
      if (value !== type.only) this.faults.add(path, `${shown(type.only)} expected`);
      return;
    }
    if (type.kind === "boolean") {
      if (typeof value !== "boolean") this.faults.add(path, "true or false expected");
      return;
    }
    if (type.kind === "decimal" && type.integer === true) {
      const fits = typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
      if (!fits || String(Math.abs(value)).length > (type.digits ?? 0)) {
        this.faults.add(path, `a whole number of at most ${type.digits ?? 0} digits expected`);
      }
      return;
    }
    if (typeof value !== "string") {
      this.faults.add(path, "a text expected");
      return;
    }
    if (type.list !== undefined && type.companion === undefined && !codes(this.model, type.list).has(value)) {
      this.faults.add(path, `${shown(value)} is no code of the list ${at(this.model.lists, type.list).id}`);
      return;
    }
    const wrong = formatFault(type, value);
    if (wrong !== undefined) this.faults.add(path, `${shown(value)}: ${wrong}`);
  }
}

/** What is wrong with the format of a text. */
function formatFault(type: TypeSpec, value: string): string | undefined {
  switch (type.kind) {
    case "characters": {
      if (/\p{Surrogate}/u.test(value)) return "half a character";
      if (type.set === "letters" && !/^[A-Za-z]*$/.test(value)) return "letters A to Z expected";
      if (type.set === "digits" && !/^[0-9]*$/.test(value)) return "digits expected";
      const length = [...value].length;
      const min = type.min ?? 1;
      const max = type.max ?? Number.MAX_SAFE_INTEGER;
      return length < min || length > max ? `${min} to ${max} characters expected` : undefined;
    }
    case "decimal": {
      const parts = /^(0|[1-9][0-9]*)(?:\.([0-9]+))?$/.exec(value);
      const whole = parts?.[1]?.length ?? 0;
      const behind = parts?.[2]?.length ?? 0;
      const fraction = type.fraction ?? 0;
      const fits = parts !== null && behind <= fraction && whole + behind <= (type.digits ?? 0);
      return fits ? undefined : `a number of at most ${type.digits ?? 0} digits, ${fraction} behind the point, expected`;
    }
    case "date":
      return (type.formats ?? []).some((it) => isDate(it, value)) ? undefined : "a date expected";
    case "binary":
      return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value)
        ? undefined
        : "Base64 expected";
    case "boolean":
      return "true or false expected";
  }
}

/** `102` is CCYYMMDD, `304` CCYYMMDDHHMMSS and Z or hours from UTC (UNTDID 2379). */
function isDate(format: string, value: string): boolean {
  const day = "[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])";
  const second = "(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9](?:Z|[+-][0-9]{2})";
  return new RegExp(format === "102" ? `^${day}$` : `^${day}${second}$`).test(value);
}
