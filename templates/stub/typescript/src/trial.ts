// A gateway that answers with samples, and a sender of files: to try the interface before there is a
// system behind it.
//
//   node dist/trial.js serve [PORT]         receives every message, prints the address it listens at
//   node dist/trial.js send ADDRESS LIST    sends files: lines of operation, syntax, "typed" or "bytes", file
//
// "typed" reads the file into a typed message, checks it and writes it anew; "bytes" sends it as it is. Each
// goes under a key of its own, so that a file can be sent again.

import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { MODEL } from "./model.js";
import { Sender } from "./runtime/client.js";
import { decode } from "./runtime/codec.js";
import type { Syntax } from "./runtime/codec.js";
import { SampleHandler } from "./samples.js";
import { requestListener } from "./server.js";

function serve(port: number): void {
  const server = createServer(requestListener(new SampleHandler(), { onError: (error) => console.error(error) }));
  server.listen(port, "127.0.0.1", () => {
    console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
}

async function send(address: string, list: string): Promise<void> {
  const options = { address, retries: 2, retryInterval: 200 };
  const senders = { json: new Sender(MODEL, { ...options, syntax: "json" }), xml: new Sender(MODEL, { ...options, syntax: "xml" }) };
  const lines = readFileSync(list, "utf8").split("\n");
  for (const line of lines.filter((it) => it !== "")) {
    const [id = "", kind, how, file = ""] = line.split("\t");
    const syntax: Syntax = kind === "xml" ? "xml" : "json";
    const operation = MODEL.operations.find((it) => it.id === id);
    if (operation === undefined) throw new RangeError(`no operation ${id}`);
    const bytes = readFileSync(file);
    if (how === "bytes") {
      const outcome = await senders[syntax].sendBytes(operation, syntax, bytes);
      console.log(outcome.kind === "refused" ? `refused ${outcome.problem.code}` : outcome.kind);
      continue;
    }
    const decoded = decode(MODEL, syntax, bytes);
    if (!decoded.ok) {
      console.log(`invalid ${decoded.faults[0]?.path ?? ""}: ${decoded.faults[0]?.detail ?? ""}`);
      continue;
    }
    const outcome = await senders[syntax].send(operation, decoded.tree, { idempotencyKey: randomUUID() });
    const why = outcome.kind === "refused" ? ` ${outcome.problem.code}` : outcome.kind === "undelivered" ? ` ${outcome.reason}` : "";
    console.log(outcome.kind + why);
  }
}

const [command, first = "", second = ""] = process.argv.slice(2);
if (command === "serve") serve(Number(first));
else if (command === "send") await send(first, second);
else console.log("trial serve [PORT] | trial send ADDRESS LIST");
