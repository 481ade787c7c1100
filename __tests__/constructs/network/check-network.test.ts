import { Network } from "../../../constructs/network/network";
import { synthesize } from "../../../testing/synthesize";

function build(cidrBlock: string, zones?: readonly string[]) {
  return () =>
    synthesize((stack) => {
      new Network(stack, "Network", {
        name: "test",
        account: "123456789012",
        region: "eu-west-1",
        cidrBlock,
        zones,
      });
    });
}

describe("The block of a network", () => {
  test.each(["10.20.0.0/16", "10.20.0.0/23", "172.16.0.0/20", "172.31.0.0/16", "192.168.0.0/16"])(
    "may be %s",
    (block) => {
      expect(build(block)).not.toThrow();
    },
  );

  test.each([
    ["malformed", "10.20.0.0"],
    ["with host bits", "10.20.0.1/16"],
    ["not private", "8.8.0.0/16"],
    ["beside the private range", "172.32.0.0/16"],
    ["larger than AWS takes", "10.0.0.0/15"],
    ["too small for load balancers", "10.0.0.0/24"],
  ])("is refused when it is %s", (_, block) => {
    expect(build(block)).toThrow(`cidrBlock  must be a private IPv4 block`);
  });
});

describe("The zones of a network", () => {
  test.each([[["a", "b"]], [["a", "b", "c"]], [["d", "e", "f"]]])("may be %j", (zones) => {
    expect(build("10.20.0.0/16", zones)).not.toThrow();
  });

  test.each([
    ["one", ["a"]],
    ["none", []],
    ["four", ["a", "b", "c", "d"]],
    ["one of them twice", ["a", "a"]],
    ["two that share a part of the block", ["a", "e"]],
    ["a full zone name", ["a", "eu-west-1b"]],
    ["a capital letter", ["a", "B"]],
  ])("are refused when they are %s", (_, zones) => {
    expect(build("10.20.0.0/16", zones)).toThrow("zones  must be two or three different zone letters");
  });
});

describe("The problems of a network", () => {
  test("are told all at once, each with place, rule, value and advice", () => {
    expect(build("10.20.0.0/8", ["a"])).toThrowErrorMatchingInlineSnapshot(`
     "test-stack/Network: 2 problems
       cidrBlock  must be a private IPv4 block between /16 and /23 without host bits, got "10.20.0.0/8". Use a block such as 10.20.0.0/16.
       zones      must be two or three different zone letters (a and e, and b and f, share a part of the block), got ["a"]. Use for example ["a", "b"] or ["a", "b", "c"]."
    `);
  });
});
