// Problems as gateways report them (RFC 9457), with the error codes of the block.

import { isObject } from "./spec.js";
import type { Category, Fault, Json, ModelSpec } from "./spec.js";

/** One of several things that are wrong. */
export interface ProblemEntry {
  readonly code: string;
  readonly path?: string;
  readonly detail?: string;
}

/** The body of a refusal. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: string;
  readonly path?: string;
  readonly correlationId: string;
  readonly errors?: readonly ProblemEntry[];
}

/** Refuses a message; handlers and hooks throw it. */
export class Refusal extends Error {
  readonly entries: readonly ProblemEntry[];

  constructor(
    /** What kind of trouble it is: gives the status, and the code where `entries` is empty. */
    readonly category: Category,
    detail: string,
    entries: readonly ProblemEntry[] = [],
  ) {
    super(detail);
    this.name = "Refusal";
    this.entries = entries;
  }
}

export const PROBLEM_TYPE = "application/problem+json";

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  503: "Service Unavailable",
};

/** A problem with one of the block's codes. */
export function problem(
  model: ModelSpec,
  category: Category,
  detail: string,
  correlationId: string,
  more: { readonly status?: number; readonly entries?: readonly ProblemEntry[] } = {},
): Problem {
  const { status, code } = model.categories[category];
  const [first] = more.entries ?? [];
  const number = more.status ?? status;
  return {
    type: "about:blank",
    title: TITLES[number] ?? "Error",
    status: number,
    detail,
    code: first?.code ?? code,
    ...(first?.path === undefined ? {} : { path: first.path }),
    correlationId,
    ...(more.entries === undefined || more.entries.length === 0 ? {} : { errors: more.entries }),
  };
}

/** The entries of a problem for what is wrong with the structure of a message. */
export function entries(model: ModelSpec, faults: readonly Fault[]): ProblemEntry[] {
  return faults.map((it) => ({ code: model.categories.schema.code, path: it.path, detail: it.detail }));
}

/** A problem that was received; undefined when the body is none. */
export function toProblem(tree: Json): Problem | undefined {
  if (!isObject(tree) || typeof tree["status"] !== "number" || typeof tree["code"] !== "string") return undefined;
  return tree as unknown as Problem;
}
