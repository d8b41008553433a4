// Sends messages: acknowledgement time-out, sending again with back-off, idempotency, correlation.

import { randomUUID } from "node:crypto";

import { decode, encode, MEDIA_TYPES, syntaxOf } from "./codec.js";
import type { Syntax } from "./codec.js";
import { readJson } from "./json.js";
import { toProblem } from "./problem.js";
import type { Problem } from "./problem.js";
import { at, isObject, own } from "./spec.js";
import type { JsonObject, ModelSpec, OperationSpec } from "./spec.js";

export interface ClientOptions {
  /** Address of the partner's gateway without the base path, as `https://gateway.example`. */
  readonly address: string;
  /** Syntax of what is sent. */
  readonly syntax?: Syntax;
  /** Milliseconds within which a message must be acknowledged. */
  readonly acknowledgementTimeout?: number;
  /** How often a message that was not acknowledged is sent again. */
  readonly retries?: number;
  /** Milliseconds before it is sent again the first time; doubled each time after that. */
  readonly retryInterval?: number;
  /** Most milliseconds between two attempts. */
  readonly longestInterval?: number;
  /** Value of the header `Authorization`, asked for before each attempt, as `Bearer ...`. */
  readonly authorization?: () => Promise<string>;
  /** What calls go through: a `fetch` that brings the client certificate of mutual TLS. */
  readonly fetch?: typeof globalThis.fetch;
}

export interface SendOptions {
  /** The same for every attempt; by default the message's own reference, else a new UUID. */
  readonly idempotencyKey?: string;
  /** Ties message, acknowledgement and answer together in the logs; by default the idempotency key. */
  readonly correlationId?: string;
}

/** What became of a message. */
export type Outcome<R> =
  | { readonly kind: "accepted"; readonly reply: R; readonly correlationId: string; readonly attempts: number }
  | { readonly kind: "refused"; readonly problem: Problem; readonly correlationId: string; readonly attempts: number }
  | { readonly kind: "undelivered"; readonly reason: string; readonly correlationId: string; readonly attempts: number };

/** One attempt: a result, or why to try again. */
type Attempt = { readonly done: Outcome<JsonObject | undefined> } | { readonly again: string; readonly wait: number };

const KEY = /^[A-Za-z0-9._:-]{1,64}$/;
/** Answers that pass: too early, too many, out of service, not reached. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Sends messages of a block to one gateway. */
export class Sender {
  private readonly base: string;

  constructor(
    readonly model: ModelSpec,
    private readonly options: ClientOptions,
  ) {
    this.base = options.address.replace(/\/+$/, "") + model.basePath;
  }

  /** Checks and sends a message; throws `InvalidMessage` before anything is sent. */
  async send<R = unknown>(operation: OperationSpec, tree: unknown, options: SendOptions = {}): Promise<Outcome<R>> {
    const syntax = this.options.syntax ?? this.model.syntaxes[0] ?? "json";
    const bytes = encode(this.model, syntax, tree);
    const message = at(this.model.messages, operation.message);
    const root = isObject(tree as JsonObject) ? own(tree as JsonObject, message.json) : undefined;
    const reference = message.reference === "" || !isObject(root) ? undefined : own(root, message.reference);
    const isKey = typeof reference === "string" && KEY.test(reference);
    const idempotencyKey = options.idempotencyKey ?? (isKey ? reference : randomUUID());
    // The reply was checked to be the message that belongs to the operation.
    return (await this.sendBytes(operation, syntax, bytes, { ...options, idempotencyKey })) as Outcome<R>;
  }

  /** Sends a body as it is, without looking into it. */
  async sendBytes(
    operation: OperationSpec,
    syntax: Syntax,
    bytes: Uint8Array,
    options: SendOptions = {},
  ): Promise<Outcome<JsonObject | undefined>> {
    const key = options.idempotencyKey ?? randomUUID();
    const correlationId = options.correlationId ?? key;
    if (!KEY.test(key) || !KEY.test(correlationId)) {
      throw new RangeError("keys have 1 to 64 letters, digits and . _ : -");
    }
    const limits = this.model.limits;
    const retries = this.options.retries ?? limits.retries;
    let wait = this.options.retryInterval ?? limits.intervalSeconds * 1000;
    for (let attempts = 1; ; attempts += 1) {
      const attempt = await this.attempt(operation, syntax, bytes, key, correlationId, attempts);
      if ("done" in attempt) return attempt.done;
      if (attempts > retries) return { kind: "undelivered", reason: attempt.again, correlationId, attempts };
      await new Promise((resolve) => setTimeout(resolve, Math.max(wait, attempt.wait)));
      wait = Math.min(wait * 2, this.options.longestInterval ?? 3_600_000);
    }
  }

  private async attempt(
    operation: OperationSpec,
    syntax: Syntax,
    bytes: Uint8Array,
    key: string,
    correlationId: string,
    attempts: number,
  ): Promise<Attempt> {
    const headers = new Headers({
      "Content-Type": MEDIA_TYPES[syntax],
      Accept: `${MEDIA_TYPES[syntax]}, application/problem+json`,
      "Idempotency-Key": key,
      "Correlation-Id": correlationId,
    });
    let response: Response;
    let body: Uint8Array;
    try {
      if (this.options.authorization) headers.set("Authorization", await this.options.authorization());
      const timeout = this.options.acknowledgementTimeout ?? this.model.limits.acknowledgementSeconds * 1000;
      const call = this.options.fetch ?? globalThis.fetch;
      response = await call(this.base + operation.path, {
        method: "POST",
        headers,
        body: bytes,
        redirect: "error",
        signal: AbortSignal.timeout(timeout),
      });
      body = new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      return { again: error instanceof Error ? error.message : "no answer", wait: 0 };
    }
    if (PASSING.has(response.status)) {
      const seconds = Number(response.headers.get("Retry-After") ?? "0");
      return { again: `status ${response.status}`, wait: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0 };
    }
    return { done: this.outcome(operation, response, body, correlationId, attempts) };
  }

  private outcome(
    operation: OperationSpec,
    response: Response,
    body: Uint8Array,
    correlationId: string,
    attempts: number,
  ): Outcome<JsonObject | undefined> {
    const undelivered = (reason: string): Outcome<JsonObject | undefined> => {
      return { kind: "undelivered", reason, correlationId, attempts };
    };
    if (response.status !== (operation.atOnce ? 200 : 202)) {
      const problem = readProblem(body);
      if (problem === undefined) return undelivered(`status ${response.status} without a problem`);
      return { kind: "refused", problem, correlationId, attempts };
    }
    if (response.headers.get("Correlation-Id") !== correlationId) return undelivered("the reply has another correlation");
    if (operation.reply === undefined) return { kind: "accepted", reply: undefined, correlationId, attempts };
    const syntax = syntaxOf(response.headers.get("Content-Type"));
    if (syntax === undefined) return undelivered("the reply is in no syntax of the interface");
    const decoded = decode(this.model, syntax, body);
    if (!decoded.ok) {
      const [first] = decoded.faults;
      return undelivered(`the reply is not valid: ${first?.path ?? ""}: ${first?.detail ?? ""}`);
    }
    const expected = at(this.model.messages, operation.reply);
    if (decoded.message !== expected) return undelivered(`the reply is ${decoded.message.name}, not ${expected.name}`);
    return { kind: "accepted", reply: decoded.tree, correlationId, attempts };
  }
}

function readProblem(body: Uint8Array): Problem | undefined {
  try {
    return toProblem(readJson(new TextDecoder().decode(body)));
  } catch {
    return undefined;
  }
}
