// What the runtime knows of a block: the message model as data (model.ts).

/** A message as JSON writes it; XML is read into the same form. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [property: string]: Json;
}

/** What may stand beside a value: currency, unit, format of a date, media type. */
export interface CompanionSpec {
  readonly xml: string;
  readonly json: string;
  readonly required: boolean;
  readonly form: "currency" | "unit" | "date" | "media";
}

/** The type of a value. */
export interface TypeSpec {
  readonly kind: "characters" | "decimal" | "date" | "boolean" | "binary";
  /** Of characters: which. */
  readonly set?: "any" | "letters" | "digits";
  /** Of characters: the fewest. */
  readonly min?: number;
  /** Of characters: the most; without bound where it is not there. */
  readonly max?: number;
  /** Of numbers: digits in all. */
  readonly digits?: number;
  /** Of numbers: digits behind the point. */
  readonly fraction?: number;
  /** Of dates: codes of the formats admitted. */
  readonly formats?: readonly string[];
  /** Whether JSON writes it as a number. */
  readonly integer?: boolean;
  /** The one value admitted. */
  readonly only?: string;
  /** Position of the list of codes for the content, or for what stands beside it. */
  readonly list?: number;
  readonly companion?: CompanionSpec;
}

/** An element of a class: it holds a value of a type or a class, by their positions. */
export interface FieldSpec {
  readonly xml: string;
  readonly json: string;
  readonly min: number;
  /** Without bound where it is not there. */
  readonly max?: number;
  readonly type?: number;
  readonly class?: number;
}

export interface ClassSpec {
  readonly name: string;
  readonly fields: readonly FieldSpec[];
}

export interface MessageSpec {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly xml: string;
  readonly json: string;
  readonly class: number;
  /** Property by which the sender identifies the message; empty where it has none. */
  readonly reference: string;
}

export interface OperationSpec {
  readonly id: string;
  readonly path: string;
  readonly message: number;
  /** The message that comes back. */
  readonly reply?: number;
  /** Whether it is the answer in substance (status 200), and not an acknowledgement (202). */
  readonly atOnce: boolean;
}

/** A kind of trouble, with its status and the code that the block gives for it. */
export type Category =
  "transport" | "security" | "schema" | "business-rule" | "unknown-reference" | "duplicate" | "unavailable";

export interface ModelSpec {
  readonly block: string;
  readonly version: string;
  readonly basePath: string;
  readonly syntaxes: readonly ("json" | "xml")[];
  readonly headerNamespace: string;
  readonly typeNamespace: string;
  readonly header: number;
  /** Property and tag of the wrapper that names the message. */
  readonly typeName: { readonly xml: string; readonly json: string };
  readonly limits: {
    readonly acknowledgementSeconds: number;
    readonly retries: number;
    readonly intervalSeconds: number;
    readonly bytes: number;
  };
  readonly categories: Readonly<Record<Category, { readonly status: number; readonly code: string }>>;
  readonly lists: readonly { readonly id: string; readonly codes: readonly string[] }[];
  readonly types: readonly TypeSpec[];
  readonly classes: readonly ClassSpec[];
  readonly messages: readonly MessageSpec[];
  readonly operations: readonly OperationSpec[];
}

/** Something that is wrong with a message. */
export interface Fault {
  /** Path of XML tags, as `Certificate/Exporter/Name`. */
  readonly path: string;
  /** What is wrong, for whoever reads the log. */
  readonly detail: string;
}

/** Most levels of elements in each other. */
export const MAX_DEPTH = 64;
/** Most faults that are reported of one message. */
export const MAX_FAULTS = 50;

/** Collects what is wrong with a message. */
export class Faults {
  readonly list: Fault[] = [];

  add(path: string, detail: string): void {
    if (this.list.length < MAX_FAULTS) this.list.push({ path, detail });
  }
}

/** The element of a list; what the model refers to is there. */
export function at<T>(list: readonly T[], position: number): T {
  const found = list[position];
  if (found === undefined) throw new RangeError(`the model has no entry ${position}`);
  return found;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own property; nothing that every object has. */
export function own(of: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}

/** A value as a log can show it. */
export function shown(text: string): string {
  const plain = text.replace(/[^\x20-\x7e]/gu, "\u00b7");
  return plain.length > 60 ? `${plain.slice(0, 60)}...` : plain;
}
