import { ConfigError } from "../../../problems/config-error";
import { type KnownNames } from "../../../verify/settings/settings-schema";
import { readSettings } from "../../../verify/settings/read-settings";

const known = {
  rules: ["bucket-private", "balancer-access-logs"],
  environments: ["dev", "prod"],
  today: "2026-11-21",
};

const waiver = {
  rule: "bucket-private",
  address: "dev-data/aws_s3_bucket.logs",
  reason: "Pictures for the shop's pages",
  expires: "2027-01-31",
};
const path = { from: "internet", to: "service.shop", port: 8080, reason: "Customers" };

function read(settings: unknown) {
  return readSettings(JSON.stringify(settings, null, 2), known);
}

function complaint(text: string, names: KnownNames = known): string {
  try {
    readSettings(text, names);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  throw new Error("nothing was refused");
}

function complaints(settings: unknown): string {
  return complaint(JSON.stringify(settings, null, 2));
}

describe("verify.json", () => {
  test("may say nothing", () => {
    expect(read({})).toEqual({ waivers: [], environments: {}, warnings: {} });
  });

  test("holds waivers, which keep their lines", () => {
    const other = { ...waiver, address: "*/aws_subnet.public[*]" };
    expect(read({ waivers: [waiver, other] }).waivers).toEqual([
      { ...waiver, line: 3 },
      { ...other, line: 9 },
    ]);
  });

  test("says which rules are advice", () => {
    const warnings = { "balancer-access-logs": "The auditors look at flow logs" };
    expect(read({ warnings }).warnings).toEqual(warnings);
  });

  test("says what environments without a declaration of their own declare", () => {
    expect(read({ environments: { prod: { production: true, paths: [path] } } }).environments).toEqual({
      prod: { production: true, declaration: { version: 1, production: true, paths: [path] } },
    });
  });

  test("may say no more than that an environment is for production", () => {
    expect(read({ environments: { prod: { production: true } } }).environments).toEqual({
      prod: { production: true },
    });
  });

  test("says all that is wrong at once, with lines", () => {
    const wrong = { ...waiver, rule: "bucket-privat", reason: "because", expires: "2026-02-30" };
    expect(complaints({ waivers: [wrong], warning: {} })).toMatchInlineSnapshot(`
     "verify.json: 4 problems
       verify.json:4:15 waivers[0].rule     must be the id of a rule, got "bucket-privat". Did you mean "bucket-private"?
       verify.json:6:17 waivers[0].reason   must be a reason of at least 10 characters, got "because". Say why it may stay, for the one who reads this in a year.
       verify.json:7:18 waivers[0].expires  must be a day, as YYYY-MM-DD, at most one year ahead, got "2026-02-30". Write its last day, 2027-11-21 at the latest.
       verify.json:10:3 warning             must be a known field, got "warning". Did you mean "warnings"?"
    `);
  });
});

describe("A waiver in verify.json", () => {
  test.each([
    ["*/aws_lb.public"],
    ["dev-network"],
    ["*"],
    ['dev-x/module.a["b*c"].aws_lb.public[*]'],
    ["dev-x/provider.aws"],
  ])("may be for %s", (address) => {
    expect(read({ waivers: [{ ...waiver, address }] }).waivers[0]?.address).toBe(address);
  });

  test.each([
    ["dev-*/aws_lb.public"],
    ["dev-network/aws_lb.*"],
    ["*/*"],
    ["dev-network/"],
    [""],
    ["dev-network/a[b]"],
  ])("may not be for %p", (address) => {
    expect(complaints({ waivers: [{ ...waiver, address }] })).toContain("must be a place");
  });

  test.each(["2027-11-21", "2020-01-01"])("may end on %s", (expires) => {
    expect(read({ waivers: [{ ...waiver, expires }] }).waivers).toHaveLength(1);
  });

  test.each(["2027-11-22", "2027-02-29", "31.1.2027", "2027-1-1", ""])("may not end on %p", (expires) => {
    expect(complaints({ waivers: [{ ...waiver, expires }] })).toContain(
      "Write its last day, 2027-11-21 at the latest.",
    );
  });

  test("needs more of a reason than blanks", () => {
    expect(complaints({ waivers: [{ ...waiver, reason: " ".repeat(20) }] })).toContain(
      "must be a reason of at least 10 characters",
    );
  });

  test("must have its four fields", () => {
    expect(complaints({ waivers: [{}] }).match(/must have the field "(\w+)"/g)).toEqual([
      'must have the field "rule"',
      'must have the field "address"',
      'must have the field "reason"',
      'must have the field "expires"',
    ]);
  });

  test("is the only one of its rule and address", () => {
    expect(complaints({ waivers: [waiver, waiver] })).toContain("verify.json:9:5 waivers[1]");
  });

  test("does not name a rule that is like none by listing them all", () => {
    expect(complaints({ waivers: [{ ...waiver, rule: "x" }] })).toContain("docs/rules.md");
  });
});

describe("What verify.json names", () => {
  test.each([
    ["rule", { warnings: { "bucket-privat": "The auditors know of it" } }, 'Did you mean "bucket-private"?'],
    ["environment", { environments: { prd: { production: true } } }, 'Did you mean "prod"?'],
    ["field", { waivers: [{ ...waiver, expire: "" }] }, 'Did you mean "expires"?'],
    ["part", { waiver: [] }, 'Did you mean "waivers"?'],
  ])("must be a known %s", (_, settings, advice) => {
    expect(complaints(settings)).toContain(advice);
  });
});

describe("Warnings of verify.json", () => {
  test("are of rules over files only", () => {
    const rules = [...known.rules, "plan-destroys-data"];
    const text = JSON.stringify({ warnings: { "plan-destroys-data": "It never mattered so far" } });
    expect(complaint(text, { ...known, rules, advice: known.rules })).toMatchInlineSnapshot(`
     "verify.json: 1 problem
       verify.json:1:14 warnings.plan-destroys-data  must be the id of a rule over files, got "plan-destroys-data". Waive what it finds, each for a time."
    `);
  });
});

describe("Environments of verify.json", () => {
  test("may be any where only a part was synthesized", () => {
    const text = JSON.stringify({ environments: { uat: { production: false } } });
    const { environments, ...part } = known;
    expect(environments).not.toContain("uat");
    expect(readSettings(text, part).environments).toEqual({ uat: { production: false } });
  });
});

describe("Fields of verify.json", () => {
  test.each([
    [[], "must be an object"],
    [{ waivers: {} }, "waivers"],
    [{ waivers: ["x"] }, "waivers[0]"],
    [{ warnings: { "bucket-private": true } }, "must be a reason"],
    [{ environments: { dev: { production: "yes" } } }, "must be true or false"],
    [{ environments: { dev: { production: false, paths: {} } } }, "must be a list"],
    [{ environments: { dev: { production: false, paths: [{ ...path, port: 0 }] } } }, "must be a port"],
    [
      { environments: { dev: { production: false, paths: [{ ...path, from: "" }] } } },
      "must be the end of a path",
    ],
    [
      { environments: { dev: { production: false, paths: [{ ...path, ports: 1 }] } } },
      'Did you mean "port"?',
    ],
  ])("of %j are refused", (settings, expected) => {
    expect(complaints(settings)).toContain(expected);
  });

  test.each(["", "{", '{ "waivers": [], }', '{ "waivers": [], "waivers": [] }', '{ "__proto__": {} }'])(
    "are not read from %j",
    (text) => {
      expect(complaint(text)).toMatch(/^verify\.json: \d problem/);
    },
  );

  test("are not shown when they look like a secret", () => {
    const reason = "AKIA" + "ABCDEFGHIJKLMNOP";
    expect(complaints({ waivers: [{ ...waiver, rule: reason }] })).not.toContain(reason);
  });
});
