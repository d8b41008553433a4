// JSON text to a tree; a property that stands twice is refused, since readers differ on which counts.

import type { Json } from "./spec.js";
import { MAX_DEPTH } from "./spec.js";

/** Reads JSON; throws a SyntaxError. */
export function readJson(text: string): Json {
  const tree = JSON.parse(text) as Json;
  refuseTwice(text);
  return tree;
}

/** Walks over text that is known to be JSON. */
function refuseTwice(text: string): void {
  const open: Set<string>[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text.charAt(at);
    if (c === "{" || c === "[") {
      open.push(new Set());
      if (open.length > 2 * MAX_DEPTH) throw new SyntaxError("too many levels");
    } else if (c === "}" || c === "]") {
      open.pop();
    } else if (c === '"') {
      const start = at;
      at += 1;
      while (text.charAt(at) !== '"') at += text.charAt(at) === "\\" ? 2 : 1;
      let next = at + 1;
      while (" \t\r\n".includes(text.charAt(next)) && next < text.length) next += 1;
      if (text.charAt(next) === ":") {
        const name = JSON.parse(text.slice(start, at + 1)) as string;
        const names = open.at(-1);
        if (names?.has(name) === true) throw new SyntaxError("a property stands twice");
        names?.add(name);
      }
    }
    at += 1;
  }
}
