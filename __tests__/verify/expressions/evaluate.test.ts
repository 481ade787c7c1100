import { evaluate, evaluateJson } from "../../../verify/expressions/evaluate";
import { marked, valueOf, aScope } from "./a-scope";

const locals = {
  name: "orders",
  ports: [80, 443],
  nothing: null,
  services: { api: { port: 8080 }, web: { port: 3000 } },
  constructor: "own",
};

/** What is evaluated without references is compared with terraform in `evaluate-with-terraform.test.ts`. */
describe("Text of Terraform JSON", () => {
  test.each<[string, unknown]>([
    ["${aws_vpc.main.id}", "<aws_vpc.main.id>"],
    ["${aws_vpc.main}", "<aws_vpc.main>"],
    ["${aws_s3_bucket.logs.arn}/*", { template: ["<aws_s3_bucket.logs.arn>", "/*"] }],
    ["a-${local.name}-b", "a-orders-b"],
    ["${local.ports}", [80, 443]],
    ["a ${var.size} b", { template: ["a ", "<unknown: var.size>", " b"] }],
    ['${"x${"y${aws_vpc.main.id}"}"}z', { template: ["xy", "<aws_vpc.main.id>", "z"] }],
    ["${aws_vpc.main.id", "<unknown: ${aws_vpc.main.id>"],
    ["${aws_vpc.main.id} ${1 +}", "<unknown: ${aws_vpc.main.id} ${1 +}>"],
    ["${local.ports} ports", "<unknown: ${local.ports} ports>"],
    ["%{ if var.on }a%{ endif }", "<unknown: %{ if var.on }>"],
  ])("%s is %j", (text, expected) => {
    expect(marked(evaluate(text, aScope(locals)))).toEqual(expected);
  });
});

describe("Traversal", () => {
  test.each<[string, unknown]>([
    ["aws_subnet.public[0].id", "<aws_subnet.public.0.id>"],
    ["aws_subnet.public.0.id", "<aws_subnet.public.0.id>"],
    ['aws_subnet.public["a"].id', "<aws_subnet.public.a.id>"],
    ["aws_subnet.public[*].id", "<aws_subnet.public.*.id>"],
    ["aws_subnet.public.*.id", "<aws_subnet.public.*.id>"],
    ["aws_lb.main.access_logs[length(local.ports) - 2].bucket", "<aws_lb.main.access_logs.0.bucket>"],
    ["aws_vpc.main.tags[local.name]", "<aws_vpc.main.tags.orders>"],
    ["aws_vpc.main.tags[var.key]", "<unknown: aws_vpc.main.tags[var.key]; aws_vpc.main.tags>"],
    [
      "aws_vpc.main.tags[aws_vpc.other.id].x",
      "<unknown: aws_vpc.main.tags[aws_vpc.other.id].x; aws_vpc.main.tags; aws_vpc.other.id>",
    ],
    ["var.services.api", "<unknown: var.services.api>"],
    ["local.services.api.port", 8080],
    ["local.services.worker", "<unknown: ${local.services.worker}>"],
    ["values(local.services)[*].port", [8080, 3000]],
    ["local.constructor", "own"],
    ["local.services.constructor", "<unknown: ${local.services.constructor}>"],
    ["local.services.__proto__", "<unknown: ${local.services.__proto__}>"],
    ["local.nothing[*]", []],
  ])("%s is %j", (expression, expected) => {
    expect(valueOf(expression, locals)).toEqual(expected);
  });

  test("asks the scope with all steps that are known", () => {
    const lookup = jest.fn(() => "x");
    evaluate('${module.a["b"].c[*].d[0]}', { lookup });
    expect(lookup.mock.calls).toEqual([[["module", "a", "b", "c", "*", "d", 0]]]);
  });

  test("asks the scope up to an index after a splat with dots", () => {
    const lookup = jest.fn(() => ["x", "y"]);
    expect(evaluate("${a.*.b[1]}", { lookup })).toBe("y");
    expect(lookup.mock.calls).toEqual([[["a", "*", "b"]]]);
  });
});

describe("for", () => {
  test.each<[string, unknown]>([
    [
      '[for p in local.ports : "${aws_vpc.main.id}:${p}"]',
      [{ template: ["<aws_vpc.main.id>", ":80"] }, { template: ["<aws_vpc.main.id>", ":443"] }],
    ],
    ["{for k, s in local.services : k => s.port if s.port > 5000}", { api: 8080 }],
    ["[for v in [aws_vpc.a, aws_vpc.b] : v.id]", ["<aws_vpc.a.id>", "<aws_vpc.b.id>"]],
    ["[for local in [1] : local]", [1]],
    ["[for v in var.list : v.id]", "<unknown: [for v in var.list : v.id]>"],
    [
      "[for v in aws_acm.c.options : aws_vpc.a.id]",
      "<unknown: [for v in aws_acm.c.options : aws_vpc.a.id]; aws_acm.c.options; aws_vpc.a.id>",
    ],
    [
      "[for v in [1, 2] : v if aws_vpc.a.id == v]",
      "<unknown: [for v in [1, 2] : v if aws_vpc.a.id == v]; aws_vpc.a.id>",
    ],
    ['{for v in ["__proto__"] : v => 1}', JSON.parse('{"__proto__":1}')],
    ["{for v in [aws_vpc.a] : v.id => 1}", { "${aws_vpc.a.id}": 1 }],
  ])("%s is %j", (expression, expected) => {
    expect(valueOf(expression, locals)).toEqual(expected);
  });
});

describe("Operation and condition", () => {
  test.each<[string, unknown]>([
    ["var.a + 1", "<unknown: var.a + 1>"],
    ["-aws_x.a.size", "<unknown: -aws_x.a.size; aws_x.a.size>"],
    ["var.on && false", false],
    ["true || var.on", true],
    ["var.on && true", "<unknown: var.on && true>"],
    ["local.nothing == null", true],
    ["local.name == null", false],
    ["local.services != null", true],
    ['"${aws_vpc.a.id}-x" == null', false],
    ["aws_vpc.a.id == null", "<unknown: aws_vpc.a.id == null; aws_vpc.a.id>"],
    ["aws_vpc.a.id == aws_vpc.a.id", true],
    ["[aws_vpc.a.id, 1] == [aws_vpc.b.id, 2]", false],
    ['local.name == "orders" ? aws_vpc.a.id : var.x', "<aws_vpc.a.id>"],
    [
      "var.on ? aws_vpc.a.id : aws_vpc.b.id",
      "<unknown: var.on ? aws_vpc.a.id : aws_vpc.b.id; aws_vpc.a.id; aws_vpc.b.id>",
    ],
    ["1 / 0", "<unknown: ${1 / 0}>"],
  ])("%s is %j", (expression, expected) => {
    expect(valueOf(expression, locals)).toEqual(expected);
  });
});

describe("JSON of Terraform", () => {
  test("is evaluated in its keys and values", () => {
    const json = {
      a: ["${local.name}", 1, null, true],
      "${local.name}-x": { "${aws_vpc.a.id}": "${var.b}" },
    };
    expect(marked(evaluateJson(json, aScope(locals)))).toEqual({
      a: ["orders", 1, null, true],
      "orders-x": { "${aws_vpc.a.id}": "<unknown: var.b>" },
    });
  });

  test("keeps a key that objects of JavaScript have by themselves", () => {
    const value = evaluateJson(JSON.parse('{ "__proto__": { "a": 1 } }'), aScope());
    expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1}}');
  });
});
