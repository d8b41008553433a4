// What a program imports.

export * from "./client.js";
export * from "./errors.js";
export * from "./messages.js";
export * from "./server.js";
export { MODEL } from "./model.js";
export { day, moment, toDate } from "./runtime/values.js";
export type { Amount, BinaryObject, DateTime, Decimal, Measure, Quantity } from "./runtime/values.js";
export { decode, encode, InvalidMessage } from "./runtime/codec.js";
export type { Decoded, Syntax } from "./runtime/codec.js";
export type { ClientOptions, Outcome, SendOptions } from "./runtime/client.js";
export { Refusal } from "./runtime/problem.js";
export type { Problem, ProblemEntry } from "./runtime/problem.js";
export { MemoryStore } from "./runtime/server.js";
export type { Context, Given, ReplyStore, ServerOptions } from "./runtime/server.js";
export type { Category, Fault } from "./runtime/spec.js";
