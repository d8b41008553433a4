// Every message of the block: read, written in both syntaxes, sent over loopback, refused when broken.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";

import { MODEL } from "./model.js";
import { Sender } from "./runtime/client.js";
import { decode, encode, InvalidMessage } from "./runtime/codec.js";
import { at } from "./runtime/spec.js";
import { sample, SampleHandler } from "./samples.js";
import { requestListener } from "./server.js";

const server = createServer(requestListener(new SampleHandler()));
let address = "";

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());

for (const message of MODEL.messages) {
  test(`${message.id} is the same message in JSON and in XML`, () => {
    const tree = sample(message.id);
    for (const syntax of ["json", "xml"] as const) {
      const again = decode(MODEL, syntax, encode(MODEL, syntax, tree));
      assert.deepEqual(again, { ok: true, message, tree });
    }
  });

  test(`${message.id} without its content is refused`, () => {
    assert.throws(() => encode(MODEL, "json", { [MODEL.typeName.json]: message.name }), InvalidMessage);
  });
}

for (const operation of MODEL.operations) {
  for (const syntax of MODEL.syntaxes) {
    test(`${operation.id} accepts a message in ${syntax}, once`, async () => {
      const sender = new Sender(MODEL, { address, syntax, retries: 0 });
      const tree = sample(at(MODEL.messages, operation.message).id);
      const idempotencyKey = `${operation.id}-${syntax}`.slice(0, 64);
      for (let n = 0; n < 2; n += 1) {
        const outcome = await sender.send(operation, tree, { idempotencyKey });
        assert.equal(outcome.kind, "accepted", JSON.stringify(outcome));
      }
      const other = await sender.sendBytes(operation, syntax, new Uint8Array([32]), { idempotencyKey });
      assert.equal(other.kind === "refused" ? other.problem.code : other.kind, MODEL.categories.duplicate.code);
    });

    test(`${operation.id} refuses what is no message in ${syntax}`, async () => {
      const sender = new Sender(MODEL, { address, syntax, retries: 0 });
      const outcome = await sender.sendBytes(operation, syntax, new TextEncoder().encode("{"));
      assert.equal(outcome.kind === "refused" ? outcome.problem.code : outcome.kind, MODEL.categories.schema.code);
    });
  }
}

test("a message that nobody acknowledges is sent again, then given up", async () => {
  const [operation] = MODEL.operations;
  if (operation === undefined) return;
  const calls: (string | null)[] = [];
  const fetch: typeof globalThis.fetch = (_, init) => {
    calls.push(new Headers(init?.headers).get("Idempotency-Key"));
    return Promise.reject(new Error("no answer"));
  };
  const sender = new Sender(MODEL, { address, fetch, retries: 2, retryInterval: 1 });
  const outcome = await sender.send(operation, sample(at(MODEL.messages, operation.message).id));
  assert.equal(outcome.kind, "undelivered");
  assert.equal(calls.length, 3);
  assert.equal(new Set(calls).size, 1);
});
