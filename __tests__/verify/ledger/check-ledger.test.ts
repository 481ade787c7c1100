import { checkLedger } from "../../../verify/ledger/check-ledger";
import { ledgerOf, stacksOf } from "./a-ledger";

type Blocks = Readonly<Record<string, unknown>>;

/** Rules and places of what is found between a stack and its ledger. */
function found(known: string, resources: Blocks, more: Blocks = {}, base?: string): readonly string[] {
  const stacks = stacksOf(["test-all", resources, more]);
  const before = base === undefined ? undefined : ledgerOf({ "test-all": base });
  return checkLedger(stacks, ledgerOf({ "test-all": known }), before).map(
    ({ rule, place }) => `${rule} ${place}`,
  );
}

const moved = (from: string, to: string) => ({ moved: [{ from, to }] });

describe("Ledger check", () => {
  test("finds nothing where every address is known and exists", () => {
    expect(found("aws_lb.a\naws_lb.b", { "aws_lb.a": {}, "aws_lb.b": {} })).toEqual([]);
  });

  test("does not ask for data sources", () => {
    expect(found("aws_lb.a", { "aws_lb.a": {} }, { data: { aws_vpc: { shared: {} } } })).toEqual([]);
  });

  test("finds an address that is gone", () => {
    expect(found("aws_lb.a\naws_lb.b", { "aws_lb.a": {} })).toEqual(["address-gone test-all/aws_lb.b"]);
  });

  test.each([
    [
      "the only new one of its type",
      { "aws_lb.b": {}, "aws_sqs_queue.c": {} },
      "nothing, and a new aws_lb.b",
    ],
    ["none of several", { "aws_lb.b": {}, "aws_lb.c": {} }, "nothing"],
  ])("names what it may have been renamed to: %s", (_what, resources, got) => {
    const [gone] = checkLedger(stacksOf(["test-all", resources]), ledgerOf({ "test-all": "aws_lb.a" }));
    expect(gone?.got).toBe(got);
  });

  test("finds an address whose line was deleted with it", () => {
    expect(found("aws_lb.a", { "aws_lb.a": {} }, {}, "aws_lb.a\naws_lb.b")).toEqual([
      "address-gone test-all/aws_lb.b",
    ]);
  });

  test("lets an address go with an entry, also when its line is gone", () => {
    const known = "aws_lb.a\n- aws_lb.b  # given up (2026-05-31)";
    expect(found(known, { "aws_lb.a": {} }, {}, "aws_lb.a\naws_lb.b")).toEqual([]);
  });

  test.each([
    ["all of a service", "*.orders_service*", []],
    ["all of a type", "aws_lb.*", ["address-gone test-all/aws_ecs_service.orders_service"]],
    ["a whole stack", "*", []],
    [
      "something else",
      "*.shop_service*",
      ["aws_ecs_service.orders_service", "aws_lb.orders_service_lb"].map(
        (one) => `address-gone test-all/${one}`,
      ),
    ],
  ])("lets %s go with one entry: %s", (_, pattern, expected) => {
    const base = "aws_lb.orders_service_lb\naws_ecs_service.orders_service";
    expect(found(`- ${pattern}  # given up (2026-05-31)`, {}, {}, base)).toEqual(expected);
  });

  test("takes no entry that something existing fits", () => {
    const known = "aws_lb.a\naws_lb.b\n- aws_lb.*  # given up (2026-05-31)";
    expect(found(known, { "aws_lb.a": {} })).toEqual(["ledger-entry-unused test-all/aws_lb.*"]);
  });

  test("does not take an entry of the base", () => {
    const base = "aws_lb.b\n- aws_lb.b  # given up (2026-05-31)";
    expect(found("", {}, {}, base)).toEqual(["address-gone test-all/aws_lb.b"]);
  });

  test.each<readonly [string, string, Blocks, Blocks]>([
    ["a rename", "aws_lb.a\naws_lb.b", { "aws_lb.b": {} }, moved("aws_lb.a", "aws_lb.b")],
    [
      "one block that is no list",
      "aws_lb.a\naws_lb.b",
      { "aws_lb.b": {} },
      { moved: { from: "aws_lb.a", to: "aws_lb.b" } },
    ],
    [
      "an address as HCL's reader writes it",
      "aws_lb.a\naws_lb.b",
      { "aws_lb.b": {} },
      moved("${aws_lb.a}", "${aws_lb.b}"),
    ],
    [
      "a first key",
      'aws_lb.a\naws_lb.a["x"]',
      { "aws_lb.a": { for_each: { x: 1 } } },
      moved("aws_lb.a", 'aws_lb.a["x"]'),
    ],
    ["count that comes", "aws_lb.a\naws_lb.a[0]", { "aws_lb.a": { count: 1 } }, {}],
    ["count that goes", "aws_lb.a\naws_lb.a[0]", { "aws_lb.a": {} }, {}],
    [
      "instances that nobody knows",
      'aws_lb.a["x"]\naws_lb.a[*]',
      { "aws_lb.a": { for_each: "${var.all}" } },
      {},
    ],
    [
      "null_resource that becomes terraform_data",
      "null_resource.a\nterraform_data.a",
      { "terraform_data.a": {} },
      moved("null_resource.a", "terraform_data.a"),
    ],
    ["a removed block", "aws_lb.a", {}, { removed: [{ from: "aws_lb.a", lifecycle: { destroy: false } }] }],
    [
      "a move to what is removed",
      "aws_lb.a",
      {},
      { ...moved("aws_lb.a", "aws_lb.b"), removed: { from: "aws_lb.b" } },
    ],
  ])("accepts %s", (_what, known, resources, more) => {
    expect(found(known, resources, more)).toEqual([]);
  });

  test("finds a key that is gone", () => {
    expect(found('aws_lb.a["x"]\naws_lb.a["y"]', { "aws_lb.a": { for_each: { x: 1 } } })).toEqual([
      'address-gone test-all/aws_lb.a["y"]',
    ]);
  });

  test("finds for_each that comes without a move", () => {
    expect(found('aws_lb.a\naws_lb.a["x"]', { "aws_lb.a": { for_each: { x: 1 } } })).toEqual([
      "address-gone test-all/aws_lb.a",
    ]);
  });

  test("finds a move to nothing", () => {
    expect(found("aws_lb.a", {}, moved("aws_lb.a", "aws_lb.b"))).toEqual([
      "address-moved-nowhere test-all/aws_lb.a",
    ]);
  });

  test("leaves alone an old move to what may go", () => {
    const known = "- aws_lb.b  # given up (2026-05-31)";
    expect(found(known, {}, moved("aws_lb.a", "aws_lb.b"), "aws_lb.b")).toEqual([]);
  });

  test("finds a type that changed under the same name", () => {
    expect(found("aws_alb.a", { "aws_lb.a": {} })).toEqual([
      "address-type-changed test-all/aws_alb.a",
      "ledger-outdated test-all",
    ]);
  });

  test("finds a move to another type", () => {
    expect(found("aws_alb.a\naws_lb.b", { "aws_lb.b": {} }, moved("aws_alb.a", "aws_lb.b"))).toEqual([
      "address-type-changed test-all/aws_alb.a",
    ]);
  });

  test("does not take a known resource of the same name for the one that is gone", () => {
    expect(found("aws_s3_bucket.a\naws_s3_bucket_policy.a", { "aws_s3_bucket_policy.a": {} })).toEqual([
      "address-gone test-all/aws_s3_bucket.a",
    ]);
  });

  test("finds addresses that are not listed, with the first of them", () => {
    const resources = { "aws_lb.a": {}, "aws_lb.b": {}, "aws_lb.c": {}, "aws_lb.d": {}, "aws_lb.e": {} };
    const [finding] = checkLedger(stacksOf(["test-all", resources]), ledgerOf({ "test-all": "aws_lb.a" }));
    expect(finding).toEqual({
      rule: "ledger-outdated",
      severity: "error",
      environment: "test",
      place: "test-all",
      must: "must list every address",
      got: "a ledger without aws_lb.b, aws_lb.c, aws_lb.d and 1 more",
      advice: "Run `ecs-env ledger --write` and commit the result.",
    });
  });

  test("finds an entry for what exists", () => {
    expect(found("aws_lb.a\n- aws_lb.a  # given up (2026-05-31)", { "aws_lb.a": {} })).toEqual([
      "ledger-entry-unused test-all/aws_lb.a",
    ]);
  });

  test("advises a ledger where a stack has none", () => {
    const findings = checkLedger(stacksOf(["test-all", { "aws_lb.a": {} }]), new Map());
    expect(findings).toMatchObject([{ rule: "ledger-missing", severity: "warning", place: "test-all" }]);
  });

  test("finds a stack that is gone", () => {
    const ledger = ledgerOf({ "test-data": "aws_lb.a\naws_lb.b\n- aws_lb.b  # given up (2026-05-31)" });
    expect(checkLedger([], ledger)).toMatchObject([
      { rule: "stack-gone", environment: "test", got: "no stack, and 1 address without an entry" },
    ]);
  });

  test("finds a stack whose ledger went with it", () => {
    expect(checkLedger([], new Map(), ledgerOf({ "test-data": "aws_lb.a" }))).toMatchObject([
      { rule: "stack-gone", place: "test-data" },
    ]);
  });

  test("lets a stack go when all it held may go", () => {
    expect(checkLedger([], ledgerOf({ "test-data": "- aws_lb.a  # given up (2026-05-31)" }))).toEqual([]);
  });
});
