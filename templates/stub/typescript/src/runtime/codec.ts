// Bytes to messages and back.

import { check, messageOf } from "./check.js";
import { readJson } from "./json.js";
import { Faults, isObject } from "./spec.js";
import type { Fault, Json, JsonObject, MessageSpec, ModelSpec } from "./spec.js";
import { readXml, writeXml } from "./xml.js";

export type Syntax = "json" | "xml";

/** What came of reading a message. */
export type Decoded =
  | { readonly ok: true; readonly message: MessageSpec; readonly tree: JsonObject }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A message that does not conform to the model; it is neither sent nor handed on. */
export class InvalidMessage extends Error {
  constructor(readonly faults: readonly Fault[]) {
    const [first] = faults;
    super(first === undefined ? "invalid message" : `${first.path}: ${first.detail}`);
    this.name = "InvalidMessage";
  }
}

/** Reads and judges a message; never throws. */
export function decode(model: ModelSpec, syntax: Syntax, bytes: Uint8Array): Decoded {
  const faults = new Faults();
  let tree: Json = null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    tree = syntax === "json" ? readJson(text) : readXml(model, text, faults);
  } catch (error) {
    faults.add("", error instanceof Error ? error.message : "unreadable");
  }
  if (faults.list.length === 0) check(model, tree, faults);
  const message = messageOf(model, tree);
  if (faults.list.length > 0 || !isObject(tree) || message === undefined) return { ok: false, faults: faults.list };
  return { ok: true, message, tree };
}

/** Writes a message; throws {@link InvalidMessage} when it does not conform to the model. */
export function encode(model: ModelSpec, syntax: Syntax, tree: unknown): Uint8Array {
  // What JSON cannot hold, as `undefined`, falls away here.
  const plain = JSON.parse(JSON.stringify(tree)) as Json;
  const faults = new Faults();
  check(model, plain, faults);
  const message = messageOf(model, plain);
  if (faults.list.length > 0 || !isObject(plain) || message === undefined) throw new InvalidMessage(faults.list);
  if (syntax === "json") return new TextEncoder().encode(JSON.stringify(plain));
  try {
    return new TextEncoder().encode(writeXml(model, message, plain));
  } catch (error) {
    throw new InvalidMessage([{ path: message.xml, detail: error instanceof Error ? error.message : "unwritable" }]);
  }
}

export const MEDIA_TYPES: Readonly<Record<Syntax, string>> = { json: "application/json", xml: "application/xml" };

/** The syntax of a media type, whatever its parameters. */
export function syntaxOf(mediaType: string | null | undefined): Syntax | undefined {
  const plain = (mediaType ?? "").split(";")[0]?.trim().toLowerCase();
  if (plain === "application/json") return "json";
  return plain === "application/xml" || plain === "text/xml" ? "xml" : undefined;
}
