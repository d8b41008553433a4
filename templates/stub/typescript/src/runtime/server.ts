// Receives messages: headers, size, structure, repetition; then the hooks and handlers of the block.

import { createHash } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

import { decode, encode, MEDIA_TYPES, syntaxOf } from "./codec.js";
import type { Syntax } from "./codec.js";
import { entries, problem, PROBLEM_TYPE, Refusal } from "./problem.js";
import type { Problem, ProblemEntry } from "./problem.js";
import { at } from "./spec.js";
import type { Category, JsonObject, ModelSpec, OperationSpec } from "./spec.js";

/** What stands beside a message. */
export interface Context {
  readonly operation: string;
  readonly idempotencyKey: string;
  readonly correlationId: string;
  readonly syntax: Syntax;
  /** The call itself: certificate of the caller, token. */
  readonly request: IncomingMessage;
}

/** A reply that was given under an idempotency key. */
export interface Given {
  /** SHA-256 of the message. */
  readonly digest: string;
  readonly status: number;
  readonly mediaType: string;
  readonly body: Uint8Array;
}

/** Remembers replies, so that a message that comes again is answered as before and processed once. */
export interface ReplyStore {
  get(key: string): Promise<Given | undefined>;
  put(key: string, given: Given): Promise<void>;
}

/** Remembers the latest replies of this process. A gateway of several processes brings its own store. */
export class MemoryStore implements ReplyStore {
  private readonly given = new Map<string, Given>();

  constructor(private readonly most = 10_000) {}

  get(key: string): Promise<Given | undefined> {
    return Promise.resolve(this.given.get(key));
  }

  put(key: string, given: Given): Promise<void> {
    this.given.set(key, given);
    const [oldest] = this.given.keys();
    if (this.given.size > this.most && oldest !== undefined) this.given.delete(oldest);
    return Promise.resolve();
  }
}

/** What the block's part brings: hooks and handlers by operation. */
export interface Receiver {
  /** Whether the caller may use the operation; throws a {@link Refusal} otherwise. */
  authorise(operation: OperationSpec, request: IncomingMessage): Promise<void>;
  /** Business rules; what is returned refuses the message. */
  validate(operation: OperationSpec, tree: JsonObject, context: Context): Promise<readonly ProblemEntry[]>;
  handle(operation: OperationSpec, tree: JsonObject, context: Context): Promise<unknown>;
}

export interface ServerOptions {
  readonly store?: ReplyStore;
  /** Most bytes of a message. */
  readonly largest?: number;
  /** Seconds after which a sender may try again. */
  readonly retryAfter?: number;
  /** Hears of what went wrong here. */
  readonly onError?: (error: unknown) => void;
}

const KEY = /^[A-Za-z0-9._:-]{1,64}$/;

/** A refusal with the status of HTTP where that of its category is not the one. */
class Stop extends Error {
  constructor(
    readonly category: Category,
    detail: string,
    readonly status?: number,
    readonly entries: readonly ProblemEntry[] = [],
  ) {
    super(detail);
  }
}

/** What `http.createServer` and `https.createServer` call. */
export function listener(model: ModelSpec, receiver: Receiver, options: ServerOptions = {}): RequestListener {
  const store = options.store ?? new MemoryStore();
  const largest = options.largest ?? model.limits.bytes;
  const operations = new Map(model.operations.map((it) => [model.basePath + it.path, it]));
  /** Keys of messages that are being processed. */
  const busy = new Set<string>();

  async function receive(request: IncomingMessage, response: ServerResponse, correlationId: string): Promise<void> {
    const operation = operations.get((request.url ?? "").split("?")[0] ?? "");
    if (operation === undefined) throw new Stop("transport", "no such operation", 404);
    if (request.method !== "POST") throw new Stop("transport", "messages are posted", 405);
    const syntax = syntaxOf(request.headers["content-type"]);
    if (syntax === undefined || !model.syntaxes.includes(syntax)) {
      throw new Stop("transport", `messages travel as ${model.syntaxes.map((it) => MEDIA_TYPES[it]).join(", ")}`, 415);
    }
    const idempotencyKey = header(request, "idempotency-key");
    if (!KEY.test(idempotencyKey)) throw new Stop("transport", "the header Idempotency-Key is missing or malformed");
    if (!KEY.test(header(request, "correlation-id"))) {
      throw new Stop("transport", "the header Correlation-Id is missing or malformed");
    }
    await receiver.authorise(operation, request);
    const bytes = await body(request, largest);
    const digest = createHash("sha256").update(operation.id).update("\0").update(bytes).digest("hex");
    if (busy.has(idempotencyKey)) throw new Stop("unavailable", "this message is being processed");
    busy.add(idempotencyKey);
    try {
      let given = await store.get(idempotencyKey);
      if (given !== undefined && given.digest !== digest) {
        throw new Stop("duplicate", "another message was received under this idempotency key");
      }
      if (given === undefined) {
        const context: Context = { operation: operation.id, idempotencyKey, correlationId, syntax, request };
        given = { digest, ...(await process(operation, bytes, context)) };
        await store.put(idempotencyKey, given);
      }
      response.writeHead(given.status, { "Content-Type": given.mediaType, "Correlation-Id": correlationId });
      response.end(given.body);
    } finally {
      busy.delete(idempotencyKey);
    }
  }

  async function process(operation: OperationSpec, bytes: Uint8Array, context: Context): Promise<Omit<Given, "digest">> {
    const decoded = decode(model, context.syntax, bytes);
    if (!decoded.ok) {
      throw new Stop("schema", "the message does not conform to its schema", undefined, entries(model, decoded.faults));
    }
    const expected = at(model.messages, operation.message);
    if (decoded.message !== expected) {
      throw new Stop("schema", `${decoded.message.name} is not received here, ${expected.name} is`);
    }
    const broken = await receiver.validate(operation, decoded.tree, context);
    if (broken.length > 0) throw new Stop("business-rule", "business rules do not hold", undefined, broken);
    const reply = await receiver.handle(operation, decoded.tree, context);
    const status = operation.atOnce ? 200 : 202;
    const mediaType = MEDIA_TYPES[context.syntax];
    // A reply that does not conform is a fault of this side.
    const body = operation.reply === undefined ? new Uint8Array() : encode(model, context.syntax, reply);
    return { status, mediaType, body };
  }

  function refuse(response: ServerResponse, problem: Problem): void {
    const headers: Record<string, string> = {
      "Content-Type": PROBLEM_TYPE,
      "Correlation-Id": problem.correlationId,
    };
    if (problem.status === 503) headers["Retry-After"] = String(options.retryAfter ?? model.limits.intervalSeconds);
    if (problem.status === 405) headers["Allow"] = "POST";
    if (problem.status === 413) headers["Connection"] = "close";
    response.writeHead(problem.status, headers);
    response.end(JSON.stringify(problem));
  }

  return (request, response) => {
    const given = header(request, "correlation-id");
    const correlationId = KEY.test(given) ? given : "none";
    receive(request, response, correlationId).catch((error: unknown) => {
      if (response.headersSent) {
        response.destroy();
        options.onError?.(error);
      } else if (error instanceof Stop) {
        const more = error.status === undefined ? {} : { status: error.status };
        refuse(response, problem(model, error.category, error.message, correlationId, { ...more, entries: error.entries }));
      } else if (error instanceof Refusal) {
        refuse(response, problem(model, error.category, error.message, correlationId, { entries: error.entries }));
      } else {
        options.onError?.(error);
        refuse(response, problem(model, "unavailable", "the message cannot be processed now", correlationId));
      }
    });
  };
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
}

async function body(request: IncomingMessage, largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > largest) throw new Stop("transport", `messages have at most ${largest} bytes`, 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
