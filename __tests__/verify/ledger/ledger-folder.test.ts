import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigError } from "../../../problems/config-error";
import { readLedger, writeLedger } from "../../../verify/ledger/ledger-folder";
import { ledgerOf } from "./a-ledger";

describe("Ledger folder", () => {
  let folder = "";
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "ledger-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  test("is empty where there is none", () => {
    expect(readLedger(join(folder, "none")).size).toBe(0);
  });

  test("is read as it was written", () => {
    const ledger = ledgerOf({ "a-data": "aws_lb.a\n- aws_lb.b  # gone (2026-01-01)", "b-data": "aws_lb.c" });
    writeLedger(join(folder, "new"), ledger);
    expect(readLedger(join(folder, "new"))).toEqual(ledger);
  });

  test("loses the file of a stack that the ledger does not know", () => {
    writeLedger(folder, ledgerOf({ "a-data": "aws_lb.a", "b-data": "aws_lb.c" }));
    writeLedger(folder, ledgerOf({ "b-data": "aws_lb.c" }));
    expect(readdirSync(folder)).toEqual(["b-data.txt"]);
  });

  test("ends each file with a line break", () => {
    writeLedger(folder, ledgerOf({ "a-data": "aws_lb.a" }));
    expect(readFileSync(join(folder, "a-data.txt"), "utf8")).toBe("aws_lb.a\n");
  });

  test("names every line of every file that it cannot read", () => {
    writeFileSync(join(folder, "a-data.txt"), "aws_lb.a\nwhat\n");
    writeFileSync(join(folder, "b-data.txt"), "- aws_lb.b\n");
    expect(() => readLedger(folder)).toThrow(ConfigError);
    expect(() => readLedger(folder)).toThrowErrorMatchingInlineSnapshot(`
     "addresses: 2 problems
       a-data.txt:2  must be an address of a resource, got "what". Let "ecs-env ledger --write" write the addresses.
       b-data.txt:1  must be an address that may go, with a reason and a day, got "- aws_lb.b". Write it as \`- aws_sqs_queue.old  # why it may go (2026-05-31)\`."
    `);
  });
});
