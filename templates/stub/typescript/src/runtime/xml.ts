// XML to the JSON form of a message and back, by the model: namespaces, order of elements, attributes.

import { SaxesParser } from "saxes";

import { at, Faults, isObject, MAX_DEPTH, own, shown } from "./spec.js";
import type { FieldSpec, Json, JsonObject, MessageSpec, ModelSpec, TypeSpec } from "./spec.js";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const XMLNS = "http://www.w3.org/2000/xmlns/";
const DATE_STRING = "DateTimeString";

interface Element {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly { readonly namespace: string; readonly name: string; readonly value: string }[];
  readonly children: Element[];
  text: string;
}

/** Elements of a document; throws when it is not well formed, or brings a document type. */
function parse(text: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  let root: Element | undefined;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new SyntaxError("a document type is not allowed");
  });
  parser.on("xmldecl", (declaration) => {
    if (declaration.encoding !== undefined && declaration.encoding.toLowerCase() !== "utf-8") {
      throw new SyntaxError("messages are in UTF-8");
    }
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.values(tag.attributes).map((it) => ({
      namespace: it.uri,
      name: it.local,
      value: it.value,
    }));
    const element: Element = { namespace: tag.uri, name: tag.local, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
    if (open.length > MAX_DEPTH) throw new SyntaxError("too many levels");
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const add = (more: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += more;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.write(text).close();
  if (root === undefined) throw new SyntaxError("there is no element");
  return root;
}

/** Reads a message; what has no place in it is a fault. Throws when the text is no XML. */
export function readXml(model: ModelSpec, text: string, faults: Faults): Json {
  const root = parse(text);
  if (root.namespace !== model.headerNamespace || root.name !== "MetaData") {
    faults.add("", `{${shown(root.namespace)}}${shown(root.name)} is no message of ${model.block}`);
    return null;
  }
  const reader = new Reader(model, faults);
  const tree = reader.group(root, at(model.classes, model.header).fields, model.headerNamespace, "MetaData", true);
  const name = own(tree, model.typeName.json);
  if (reader.message !== undefined && reader.message.name !== name) {
    faults.add(`MetaData/${model.typeName.xml}`, `${reader.message.name} expected`);
  }
  return tree;
}

class Reader {
  message: MessageSpec | undefined;

  constructor(
    private readonly model: ModelSpec,
    private readonly faults: Faults,
  ) {}

  group(
    element: Element,
    fields: readonly FieldSpec[],
    namespace: string,
    path: string,
    isHeader = false,
  ): JsonObject {
    this.attribute(element, undefined, path);
    if (element.text.trim() !== "") this.faults.add(path, "text between elements");
    const found = new Map<string, Json>();
    let from = 0;
    for (const child of element.children) {
      const is = (field: FieldSpec): boolean => child.namespace === namespace && child.name === field.xml;
      const place = this.message === undefined || !isHeader ? fields.findIndex((it, n) => n >= from && is(it)) : -1;
      const field = place < 0 ? undefined : fields[place];
      if (field !== undefined) {
        from = place;
        this.field(child, field, namespace, `${path}/${field.xml}`, found);
        continue;
      }
      const message = this.model.messages.find((it) => it.namespace === child.namespace && it.xml === child.name);
      if (isHeader && message !== undefined && this.message === undefined) {
        this.message = message;
        const inner = at(this.model.classes, message.class).fields;
        found.set(message.json, this.group(child, inner, message.namespace, message.xml));
      } else {
        const early = fields.some(is);
        this.faults.add(path, `${early ? "element out of order:" : "unknown element"} ${shown(child.name)}`);
      }
    }
    return Object.fromEntries(found);
  }

  private field(child: Element, field: FieldSpec, namespace: string, path: string, found: Map<string, Json>): void {
    const value =
      field.class === undefined
        ? this.value(child, at(this.model.types, field.type ?? -1), path)
        : this.group(child, at(this.model.classes, field.class).fields, namespace, path);
    const before = found.get(field.json);
    if ((field.max ?? 2) > 1) {
      if (Array.isArray(before)) before.push(value);
      else found.set(field.json, [value]);
    } else if (before === undefined) {
      found.set(field.json, value);
    } else {
      this.faults.add(path, "occurs more than once");
    }
  }

  private value(element: Element, type: TypeSpec, path: string): Json {
    let holder = element;
    if (type.kind === "date") {
      this.attribute(element, undefined, path);
      const [first, ...more] = element.children;
      const isDate = first?.namespace === this.model.typeNamespace && first.name === DATE_STRING;
      if (first === undefined || !isDate || more.length > 0 || element.text.trim() !== "") {
        this.faults.add(path, `one ${DATE_STRING} expected`);
        return null;
      }
      holder = first;
    }
    if (holder.children.length > 0) this.faults.add(path, "elements where a text belongs");
    const beside = this.attribute(holder, type.companion?.xml, path);
    const isNumber = type.kind === "decimal" || type.kind === "boolean";
    const text = isNumber ? holder.text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "") : holder.text;
    const content = type.only === undefined ? plain(type, text) : text;
    if (type.companion === undefined) return content;
    return beside === undefined ? { content } : { content, [type.companion.json]: beside };
  }

  /** The attribute of this name; no other may be there. */
  private attribute(element: Element, name: string | undefined, path: string): string | undefined {
    let value: string | undefined;
    for (const it of element.attributes) {
      const hint = it.namespace === XSI && /^(?:noNamespaceS|s)chemaLocation$/.test(it.name);
      if (it.namespace === XMLNS || hint) continue;
      if (it.namespace === "" && it.name === name) value = it.value;
      else this.faults.add(path, `unknown attribute ${shown(it.name)}`);
    }
    return value;
  }
}

/** A text as JSON has it; what is no number or truth value stays a text, to be refused as one. */
function plain(type: TypeSpec, text: string): Json {
  if (type.kind === "boolean" && (text === "true" || text === "false")) return text === "true";
  if (type.integer === true && /^(?:0|[1-9][0-9]{0,14})$/.test(text)) return Number(text);
  return text;
}

/** Writes a message that was checked. */
export function writeXml(model: ModelSpec, message: MessageSpec, tree: JsonObject): string {
  const writer = new Writer(model);
  const header = at(model.classes, model.header).fields;
  writer.open("MetaData", ` xmlns="${escape(model.headerNamespace)}"`);
  writer.fields(header, tree);
  const root = own(tree, message.json);
  const namespaces = ` xmlns="${escape(message.namespace)}" xmlns:ds="${escape(model.typeNamespace)}"`;
  writer.open(message.xml, namespaces);
  if (isObject(root)) writer.fields(at(model.classes, message.class).fields, root);
  writer.close(message.xml);
  writer.close("MetaData");
  return writer.finish();
}

class Writer {
  private readonly parts = ['<?xml version="1.0" encoding="UTF-8"?>\n'];

  constructor(private readonly model: ModelSpec) {}

  open(tag: string, attributes = ""): void {
    this.parts.push(`<${tag}${attributes}>`);
  }

  close(tag: string): void {
    this.parts.push(`</${tag}>`);
  }

  finish(): string {
    return `${this.parts.join("")}\n`;
  }

  fields(fields: readonly FieldSpec[], tree: JsonObject): void {
    for (const field of fields) {
      const value = own(tree, field.json);
      if (value === undefined) continue;
      for (const item of Array.isArray(value) ? value : [value]) this.item(field, item);
    }
  }

  private item(field: FieldSpec, item: Json): void {
    if (field.class !== undefined) {
      this.open(field.xml);
      if (isObject(item)) this.fields(at(this.model.classes, field.class).fields, item);
      this.close(field.xml);
      return;
    }
    const type = at(this.model.types, field.type ?? -1);
    const content = isObject(item) ? own(item, "content") : item;
    const code = isObject(item) && type.companion !== undefined ? own(item, type.companion.json) : undefined;
    const beside = code === undefined ? "" : ` ${type.companion?.xml ?? ""}="${escape(String(code))}"`;
    const text = escape(String(content ?? ""));
    if (type.kind === "date") {
      this.parts.push(`<${field.xml}><ds:${DATE_STRING}${beside}>${text}</ds:${DATE_STRING}></${field.xml}>`);
    } else {
      this.parts.push(`<${field.xml}${beside}>${text}</${field.xml}>`);
    }
  }
}

/** Text for content and attributes; throws on characters that XML cannot carry. */
function escape(text: string): string {
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text)) {
    throw new RangeError("XML cannot carry a control character");
  }
  return text.replace(/[&<>"\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}
