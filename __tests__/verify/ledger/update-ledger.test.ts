import { ConfigError } from "../../../problems/config-error";
import { checkLedger } from "../../../verify/ledger/check-ledger";
import { updateLedger } from "../../../verify/ledger/update-ledger";
import { ledgerOf, stacksOf } from "./a-ledger";

const entry = "- aws_sqs_queue.old  # given up (2026-05-31)";

describe("Ledger update", () => {
  test("writes the first ledger", () => {
    const stacks = stacksOf(["test-all", { "aws_lb.b": {}, "aws_lb.a": {} }]);
    expect(updateLedger(stacks, new Map())).toEqual(ledgerOf({ "test-all": "aws_lb.a\naws_lb.b" }));
  });

  test("adds what is new and drops what was moved, removed or may go", () => {
    const resources = { "aws_lb.b": {}, "aws_lb.new": {} };
    const more = { moved: [{ from: "aws_lb.a", to: "aws_lb.b" }], removed: [{ from: "aws_lb.c" }] };
    const ledger = ledgerOf({ "test-all": `aws_lb.a\naws_lb.c\naws_sqs_queue.old\n${entry}` });
    expect(updateLedger(stacksOf(["test-all", resources, more]), ledger)).toEqual(
      ledgerOf({ "test-all": `aws_lb.b\naws_lb.new\n${entry}` }),
    );
  });

  test("refuses to drop anything else, and names all of it", () => {
    const ledger = ledgerOf({ "test-all": "aws_lb.a\naws_lb.b", "test-old": "aws_lb.c" });
    const update = () => updateLedger(stacksOf(["test-all", {}]), ledger);
    expect(update).toThrow(ConfigError);
    expect(update).toThrowErrorMatchingInlineSnapshot(`
     "addresses: 3 problems
       test-all/aws_lb.a  must exist, or be moved or removed on purpose, got nothing. Renamed: add a \`moved\` block. Given up: a \`removed\` block, or an entry \`- address  # why (day)\` in \`addresses/<stack>.txt\`, where \`*\` stands for any part.
       test-all/aws_lb.b  must exist, or be moved or removed on purpose, got nothing. Renamed: add a \`moved\` block. Given up: a \`removed\` block, or an entry \`- address  # why (day)\` in \`addresses/<stack>.txt\`, where \`*\` stands for any part.
       test-old/aws_lb.c  must be in a stack that exists, got no such stack. Renamed: move its state and rename its ledger. Given up: destroy it, then write an entry for each address."
    `);
  });

  test("refuses what only the base knows", () => {
    const update = () =>
      updateLedger(stacksOf(["test-all", {}]), new Map(), ledgerOf({ "test-all": "aws_lb.a" }));
    expect(update).toThrow("aws_lb.a");
  });

  test("keeps the entries of a stack that is gone", () => {
    const ledger = ledgerOf({ "test-old": `aws_sqs_queue.old\n${entry}` });
    expect(updateLedger([], ledger)).toEqual(ledgerOf({ "test-old": entry }));
  });

  test("leaves nothing to find", () => {
    const stacks = stacksOf(
      ["test-all", { "aws_lb.a": { count: 2 } }, { moved: { from: "aws_lb.x", to: "aws_lb.a[1]" } }],
      ["test-new", { "aws_lb.a": { for_each: "${var.unknown}" } }],
    );
    const ledger = ledgerOf({ "test-all": "aws_lb.x" });
    expect(checkLedger(stacks, updateLedger(stacks, ledger), ledger)).toEqual([]);
  });
});
