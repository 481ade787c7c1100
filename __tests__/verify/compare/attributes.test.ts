import { type Bodies } from "../../support/verified";
import { attributesOf, changesOf, compareStacks, aStack } from "./two-sides";

describe("Attributes", () => {
  test.each([
    ["a number", "aws_lb", { idle_timeout: 60 }, { idle_timeout: 30 }, ["idle_timeout: 60 → 30"]],
    ["what is new", "aws_lb", {}, { idle_timeout: 30 }, ["idle_timeout:  → 30"]],
    ["what is gone", "aws_lb", { idle_timeout: 30 }, {}, ["idle_timeout: 30 → "]],
    ["a tag", "aws_vpc", { tags: { A: "1", B: "2" } }, { tags: { A: "1", B: "3" } }, ['tags.B: "2" → "3"']],
    [
      "a block by its name",
      "aws_ecs_cluster",
      {
        setting: [
          { name: "x", value: "1" },
          { name: "containerInsights", value: "enabled" },
        ],
      },
      {
        setting: [
          { name: "containerInsights", value: "disabled" },
          { name: "x", value: "1" },
        ],
      },
      ['setting[containerInsights].value: "enabled" → "disabled"'],
    ],
    [
      "the items of a set by content",
      "aws_security_group_rule",
      { cidr_blocks: ["10.0.0.0/8", "10.1.0.0/16"] },
      { cidr_blocks: ["10.1.0.0/16", "0.0.0.0/0"] },
      ['cidr_blocks: "10.0.0.0/8" → ', 'cidr_blocks:  → "0.0.0.0/0"'],
    ],
    [
      "the order of a list that has one",
      "aws_lambda_function",
      { layers: ["a", "b"] },
      { layers: ["b", "a"] },
      ['layers: ["a", "b"] → ["b", "a"]'],
    ],
    [
      "an item without a name by its place",
      "aws_x",
      {
        step: [
          { to: "a", at: 1 },
          { to: "b", at: 2 },
        ],
      },
      {
        step: [
          { to: "a", at: 1 },
          { to: "b", at: 3 },
        ],
      },
      ["step[1].at: 2 → 3"],
    ],
    [
      "a reference without quotes",
      "aws_x",
      { key: "a" },
      { key: "${aws_y.z.id}" },
      ['key: "a" → aws_y.z.id'],
    ],
  ])("tell %s", (_, type, before, after, told) => {
    expect(attributesOf(type, before, after)).toEqual(told);
  });

  test.each([
    ["the order of keys", { tags: { A: "1", B: "2" } }, { tags: { B: "2", A: "1" } }],
    ["the order of a set", { subnets: ["a", "b"] }, { subnets: ["b", "a"] }],
    ["null for nothing", { idle_timeout: null }, {}],
    ["cdktf's metadata", { "//": { metadata: { path: "a/b" } } }, { "//": { metadata: { path: "a/c" } } }],
    ["the order of creation", { depends_on: ["aws_lb.a"] }, { depends_on: ["aws_lb.b"] }],
    ["one block as a list or alone", { vpc_config: { a: 1 } }, { vpc_config: [{ a: 1 }] }],
    ["how JSON text is spaced", { policy: '{ "a": 1 }' }, { policy: '{"a":1}' }],
    ["JSON text or jsonencode", { policy: '{"a":1}' }, { policy: "${jsonencode({ a = 1 })}" }],
  ])("do not differ by %s", (_, before, after) => {
    expect(changesOf({ "aws_lb.it": before }, { "aws_lb.it": after })).toEqual([]);
  });

  test("of text with several lines are told line by line", () => {
    const [change] = changesOf({ "aws_x.it": { code: "a\nb\nc\n" } }, { "aws_x.it": { code: "a\nB\nc\n" } });
    expect(change?.attributes[0]?.lines).toEqual([" a", "-b", "+B", " c"]);
  });

  test("spell out characters that nobody sees", () => {
    expect(attributesOf("aws_x", { a: "user" }, { a: "user\u202e\u200b" })).toEqual([
      'a: "user" → "user\\u{202e}\\u{200b}"',
    ]);
  });

  test("that Terraform ignores are told as such, and change nothing", () => {
    const lifecycle = { ignore_changes: ["desired_count"] };
    const [change] = changesOf(
      { "aws_ecs_service.it": { desired_count: 1, lifecycle } },
      { "aws_ecs_service.it": { desired_count: 2, lifecycle } },
    );
    expect(change?.action).toBe("keep");
    expect(change?.attributes[0]?.note).toBe("ignored: lifecycle.ignore_changes");
  });

  test("include the protection against deletion, which changes nothing that exists", () => {
    const [change] = changesOf({ "aws_x.it": { lifecycle: { prevent_destroy: true } } }, { "aws_x.it": {} });
    expect(change?.action).toBe("keep");
    expect(change?.attributes[0]?.path).toBe("lifecycle");
  });
});

describe("Container definitions", () => {
  const definition = (fields: object) => ({
    container_definitions: JSON.stringify([{ name: "sidecar" }, { name: "orders", ...fields }]),
  });
  const variables = (...values: readonly (readonly [string, string])[]) =>
    definition({ environment: values.map(([name, value]) => ({ name, value })) });

  test.each([
    [
      "a changed variable",
      variables(["A", "1"], ["B", "2"]),
      variables(["B", "3"], ["A", "1"]),
      'orders › environment › B: "2" → "3"',
    ],
    [
      "a new variable",
      variables(["A", "1"]),
      variables(["A", "1"], ["B", "3"]),
      'orders › environment › B:  → "3"',
    ],
    [
      "a variable that goes",
      variables(["A", "1"], ["B", "3"]),
      variables(["A", "1"]),
      'orders › environment › B: "3" → ',
    ],
    ["an image", definition({ image: "a:1" }), definition({ image: "a:2" }), 'orders › image: "a:1" → "a:2"'],
    [
      "a secret by its reference",
      definition({ secrets: [] }),
      definition({ secrets: [{ name: "DB_PASSWORD", valueFrom: "arn:aws:ssm:x" }] }),
      'orders › secrets › DB_PASSWORD:  → "arn:aws:ssm:x"',
    ],
    [
      "a command as a whole",
      definition({ command: ["run", "--a"] }),
      definition({ command: ["run", "--b"] }),
      'orders › command: ["run", "--a"] → ["run", "--b"]',
    ],
  ])("tell %s", (_, before, after, told) => {
    expect(attributesOf("aws_ecs_task_definition", before, after)).toEqual([told]);
  });

  test("that a local feeds are told at the task definition only", () => {
    const body = {
      "aws_ecs_task_definition.it": { container_definitions: "${jsonencode(local.containers)}" },
    };
    const of = (value: string) => ({
      locals: { containers: [{ name: "orders", environment: [{ name: "LOG_LEVEL", value }] }] },
    });
    const { resources, settings } = compareStacks(aStack(body, of("info")), aStack(body, of("debug")));
    expect(settings).toEqual([]);
    expect(resources.map(({ attributes }) => attributes)).toEqual([
      [
        {
          path: "orders › environment › LOG_LEVEL",
          attribute: "container_definitions",
          before: '"info"',
          after: '"debug"',
        },
      ],
    ]);
  });
});

describe("Policies", () => {
  const role = { "aws_iam_role_policy.it": { policy: "${data.aws_iam_policy_document.it.json}" } };
  const document = (...actions: readonly string[]) => ({
    ...role,
    "data.aws_iam_policy_document.it": {
      statement: [
        { sid: "Logs", actions: ["logs:Put"] },
        { sid: "Images", actions },
      ],
    },
  });

  test("are told statement by statement, where they are used", () => {
    const { resources, settings } = compareStacks(aStack(document("ecr:Get")), aStack(document("ecr:*")));
    expect(settings).toEqual([]);
    expect(
      resources.flatMap(({ attributes }) =>
        attributes.map(({ path, before, after }) => [path, before, after]),
      ),
    ).toEqual([
      ["policy › Images › actions", '"ecr:Get"', undefined],
      ["policy › Images › actions", undefined, '"ecr:*"'],
    ]);
  });
});

describe("Who may take on a role", () => {
  const statement = (type: string, ...subjects: readonly string[]) => ({
    actions: ["sts:AssumeRoleWithWebIdentity"],
    condition: [{ test: "StringLike", variable: "gitlab.com:sub", values: subjects }],
    principals: [{ type, identifiers: ["p"] }],
  });
  const role = { "aws_iam_role.it": { assume_role_policy: "${data.aws_iam_policy_document.it.json}" } };
  const trust = (...statements: readonly object[]) => ({
    ...role,
    "data.aws_iam_policy_document.it": { statement: statements },
  });
  const linesOf = (base: Bodies, head: Bodies) =>
    changesOf(base, head).flatMap(({ attributes }) => attributes.map(({ path, lines }) => [path, lines]));

  const one = statement("AWS", "a");
  const long = "project_path:shop/orders:ref_type:branch:ref:main".repeat(4);
  const other = [
    '+actions: ["sts:AssumeRoleWithWebIdentity"]',
    '+principals Federated: "p"',
    `+condition StringLike gitlab.com:sub: "${long}"`,
    '+condition StringLike gitlab.com:sub: "b"',
  ];

  test("is told line by line, each subject on its own, when a statement comes", () => {
    expect(linesOf(trust(one), trust(one, statement("Federated", long, "b")))).toEqual([
      ["assume_role_policy › statement[1]", other],
    ]);
  });

  test("is told line by line when a statement goes", () => {
    expect(linesOf(trust(one, statement("Federated", long, "b")), trust(one))).toEqual([
      ["assume_role_policy › statement[1]", other.map((line) => line.replace("+", "-"))],
    ]);
  });

  test("is told of a new role, without services of AWS", () => {
    const head = trust(statement("Service", "c"), statement("Federated", long, "b"));
    expect(linesOf({}, head)).toEqual([["assume_role_policy", other]]);
  });

  test("is not told of a new role for services of AWS only", () => {
    expect(linesOf({}, trust(statement("Service", "c")))).toEqual([]);
  });

  test("is told of a policy in JSON, too", () => {
    const policy = {
      Statement: {
        Effect: "Allow",
        Principal: { AWS: ["1", "2"] },
        Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
      },
    };
    expect(linesOf({}, { "aws_iam_role.it": { assume_role_policy: JSON.stringify(policy) } })).toEqual([
      [
        "assume_role_policy",
        [
          '+Effect: "Allow"',
          '+Principal AWS: "1"',
          '+Principal AWS: "2"',
          '+Condition StringEquals aws:PrincipalOrgID: "o-1"',
        ],
      ],
    ]);
  });

  test("is told of everybody", () => {
    const policy = JSON.stringify({ Statement: [{ Effect: "Allow", Principal: "*" }] });
    expect(linesOf({}, { "aws_iam_role.it": { assume_role_policy: policy } })).toEqual([
      ["assume_role_policy", ['+Effect: "Allow"', '+Principal: "*"']],
    ]);
  });
});
