import { valueOf } from "./a-scope";

/** Functions of values that are all known are compared with terraform in `evaluate-with-terraform.test.ts`. */
describe("Function of values that are not all known", () => {
  test.each<[string, unknown]>([
    ["jsonencode({ a = aws_vpc.a.id })", { json: { a: "<aws_vpc.a.id>" } }],
    ["jsondecode(jsonencode({ a = aws_vpc.a.id })).a", "<aws_vpc.a.id>"],
    ['jsondecode("{\\"a\\":\\"x-${aws_vpc.a.id}\\"}").a', { template: ["x-", "<aws_vpc.a.id>"] }],
    ["jsondecode(var.text)", "<unknown: jsondecode(var.text)>"],
    ['"a ${jsonencode([1])}"', "a [1]"],
    ['"a ${jsonencode([aws_vpc.a.id])}"', { template: ["a ", "<unknown: jsonencode(…); aws_vpc.a.id>"] }],
    ["tolist([aws_vpc.a.id])", ["<aws_vpc.a.id>"]],
    ["toset([aws_vpc.a.id, aws_vpc.a.id, aws_vpc.b.id])", ["<aws_vpc.a.id>", "<aws_vpc.b.id>"]],
    ["tolist(aws_acm.c.options)[0].name", "<aws_acm.c.options.0.name>"],
    ["tostring(aws_vpc.a.id)", "<aws_vpc.a.id>"],
    ["concat([aws_vpc.a.id], [1])", ["<aws_vpc.a.id>", 1]],
    ["concat(var.a, [aws_vpc.a.id])", "<unknown: concat(var.a, [aws_vpc.a.id]); aws_vpc.a.id>"],
    ["flatten([[aws_vpc.a.id], [[]]])", ["<aws_vpc.a.id>"]],
    ["flatten([[aws_vpc.a.id], var.x])", "<unknown: flatten([[aws_vpc.a.id], var.x]); aws_vpc.a.id>"],
    ["compact([aws_vpc.a.id, null])", ["<aws_vpc.a.id>"]],
    [
      "distinct([aws_vpc.a.id, var.x, aws_vpc.a.id, var.x])",
      ["<aws_vpc.a.id>", "<unknown: var.x>", "<unknown: var.x>"],
    ],
    ["length([aws_vpc.a.id, var.x])", 2],
    ["length(aws_vpc.a.list)", "<unknown: length(aws_vpc.a.list); aws_vpc.a.list>"],
    ["merge({ a = var.x }, { b = aws_vpc.a.id })", { a: "<unknown: var.x>", b: "<aws_vpc.a.id>" }],
    ["merge(var.tags, { a = 1 })", "<unknown: merge(var.tags, { a = 1 })>"],
    ['lookup({ a = aws_vpc.a.id }, "a")', "<aws_vpc.a.id>"],
    ["element([aws_vpc.a.id], 3)", "<aws_vpc.a.id>"],
    ["one([aws_vpc.a.id])", "<aws_vpc.a.id>"],
    ['join(",", ["a", aws_vpc.a.id])', { template: ["a,", "<aws_vpc.a.id>"] }],
    ['format("%s/%s", aws_vpc.a.id, "x")', { template: ["<aws_vpc.a.id>", "/x"] }],
    ['format("%d", aws_vpc.a.size)', '<unknown: format("%d", aws_vpc.a.size); aws_vpc.a.size>'],
    ['formatlist("%s/*", [aws_vpc.a.arn])', [{ template: ["<aws_vpc.a.arn>", "/*"] }]],
    ["lower(aws_vpc.a.id)", "<unknown: lower(aws_vpc.a.id); aws_vpc.a.id>"],
    ["coalesce(null, aws_vpc.a.id)", "<aws_vpc.a.id>"],
    ["coalesce(var.x, aws_vpc.a.id)", "<unknown: coalesce(var.x, aws_vpc.a.id); aws_vpc.a.id>"],
    ["try(aws_vpc.a.id, 1)", "<aws_vpc.a.id>"],
    ["try(local.none, aws_vpc.a.id)", "<aws_vpc.a.id>"],
    ["can(var.x.y)", "<unknown: can(var.x.y)>"],
    ['contains([aws_vpc.a.id, "b"], "b")', true],
    ['contains([aws_vpc.a.id], "b")', '<unknown: contains([aws_vpc.a.id], "b"); aws_vpc.a.id>'],
    ["max(var.list...)", "<unknown: max(var.list...)>"],
    ["sensitive(aws_vpc.a.id)", "<aws_vpc.a.id>"],
    ["filemd5(aws_vpc.a.id)", "<unknown: filemd5(aws_vpc.a.id); aws_vpc.a.id>"],
    [
      "provider::aws::arn_parse(aws_vpc.a.arn)",
      "<unknown: provider::aws::arn_parse(aws_vpc.a.arn); aws_vpc.a.arn>",
    ],
    ["constructor(1)", "<unknown: constructor(1)>"],
    ['replace("abc", "/b+/", "x")', '<unknown: replace("abc", "/b+/", "x")>'],
    ['cidrsubnet("fd00::/48", 16, 1)', '<unknown: cidrsubnet("fd00::/48", 16, 1)>'],
    ['cidrsubnet("10.0.0.0/16", 4, 16)', '<unknown: ${cidrsubnet("10.0.0.0/16", 4, 16)}>'],
    ["upper()", "<unknown: ${upper()}>"],
  ])("%s is %j", (expression, expected) => {
    expect(valueOf(expression)).toEqual(expected);
  });
});
