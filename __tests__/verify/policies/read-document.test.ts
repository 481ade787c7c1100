import { policiesOf } from "../../../verify/policies/policies-of";
import { type Statement } from "../../../verify/policies/statement";
import { showValue } from "../../../verify/values/show-value";
import { type Bodies, environmentWith } from "../../support/verified";

/** Statements of the only policy, in short. */
function read(policy: unknown, others: Bodies = {}, locals = {}): readonly string[] | undefined {
  const environment = environmentWith({ "aws_iam_policy.api": { policy }, ...others }, { locals });
  return policiesOf(environment)[0]?.statements?.map(
    ({ sid, effect, actions, resources }) =>
      `${sid ?? "-"} ${effect} ${showValue(actions)} ${showValue(resources)}`,
  );
}

/** The only statement of a policy. */
function statementOf(policy: unknown, others: Bodies = {}): Statement | undefined {
  const environment = environmentWith({ "aws_iam_policy.api": { policy }, ...others });
  return policiesOf(environment)[0]?.statements?.[0];
}

const statement = { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const data = (values: Record<string, unknown>): Bodies => ({ "data.aws_iam_policy_document.api": values });
const reference = "${data.aws_iam_policy_document.api.json}";

describe("policy document", () => {
  test.each([
    ["JSON text", JSON.stringify({ Statement: [statement] }), {}],
    ["JSON text with one statement", JSON.stringify({ Statement: statement }), {}],
    ["jsonencode", "${jsonencode(local.policy)}", { policy: { Statement: [statement] } }],
    ["a local with text", "${local.policy}", { policy: JSON.stringify({ Statement: [statement] }) }],
  ])("is read from %s", (_, policy, locals) => {
    expect(read(policy, {}, locals)).toEqual(['Read Allow ["s3:GetObject"] ["*"]']);
  });

  test("is read from a data source", () => {
    const documents = data({ statement: [{ actions: ["s3:GetObject"], resources: ["*"], sid: "Read" }] });
    expect(read(reference, documents)).toEqual(['Read Allow ["s3:GetObject"] ["*"]']);
  });

  test("is read from JSON text with interpolations", () => {
    const text = JSON.stringify({
      Statement: [{ ...statement, Resource: ["${aws_s3_bucket.b.arn}", "${aws_s3_bucket.b.arn}/*"] }],
    });
    expect(read(text, { "aws_s3_bucket.b": {} })).toEqual([
      'Read Allow ["s3:GetObject"] [aws_s3_bucket.b.arn, "${aws_s3_bucket.b.arn}/*"]',
    ]);
  });

  test("is read from the policy of another resource", () => {
    const other = { "aws_iam_policy.other": { policy: JSON.stringify({ Statement: statement }) } };
    expect(read("${aws_iam_policy.other.policy}", other)).toEqual(['Read Allow ["s3:GetObject"] ["*"]']);
  });

  test.each([
    ["a variable", "${var.policy}"],
    ["text that is no JSON", "policy.json"],
    ["JSON without statements", "{}"],
    ["an empty list", "[]"],
    ["a data source of another kind", "${data.aws_iam_policy.managed.policy}"],
  ])("is not known from %s", (_, policy) => {
    expect(read(policy, { "data.aws_iam_policy.managed": { name: "ReadOnlyAccess" } })).toBeUndefined();
  });

  test("is not known when one statement of it is not", () => {
    expect(read("${jsonencode({ Statement = [var.statement] })}")).toBeUndefined();
    expect(read(reference, data({ statement: "${var.statements}" }))).toBeUndefined();
  });
});

describe("data source of policies", () => {
  const sources = {
    "data.aws_iam_policy_document.base": {
      statement: [
        { sid: "Read", actions: ["s3:GetObject"], resources: ["*"] },
        { actions: ["sqs:SendMessage"], resources: ["*"] },
      ],
    },
  };
  const base = "${data.aws_iam_policy_document.base.json}";
  const own = [{ sid: "Read", actions: ["s3:ListBucket"], resources: ["*"] }];

  test("takes the statements of its sources, except those that it replaces by their sid", () => {
    const documents = { ...sources, ...data({ source_policy_documents: [base], statement: own }) };
    expect(read(reference, documents)).toEqual([
      '- Allow ["sqs:SendMessage"] ["*"]',
      'Read Allow ["s3:ListBucket"] ["*"]',
    ]);
  });

  test("gives way to what overrides it", () => {
    const documents = { ...sources, ...data({ override_policy_documents: [base], statement: own }) };
    expect(read(reference, documents)).toEqual([
      'Read Allow ["s3:GetObject"] ["*"]',
      '- Allow ["sqs:SendMessage"] ["*"]',
    ]);
  });

  test("is not known when a source is not", () => {
    expect(
      read(reference, data({ source_policy_documents: ["${var.base}"], statement: own })),
    ).toBeUndefined();
  });

  test("may have sources alone", () => {
    expect(read(reference, { ...sources, ...data({ source_policy_documents: [base] }) })).toHaveLength(2);
  });
});

describe("statement", () => {
  test("is the same from JSON and from a data source", () => {
    const json = JSON.stringify({
      Statement: {
        Sid: "Read",
        Effect: "Deny",
        NotAction: "s3:*",
        NotResource: "arn:aws:s3:::b",
        Principal: { AWS: ["1", "2"], Service: "ecs.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceAccount": "1" } },
      },
    });
    const written = {
      sid: "Read",
      effect: "Deny",
      not_actions: ["s3:*"],
      not_resources: ["arn:aws:s3:::b"],
      principals: [
        { type: "AWS", identifiers: ["1", "2"] },
        { type: "Service", identifiers: ["ecs.amazonaws.com"] },
      ],
      condition: { test: "StringEquals", variable: "aws:SourceAccount", values: ["1"] },
    };
    const expected = {
      sid: "Read",
      effect: "Deny",
      actions: [],
      notActions: ["s3:*"],
      resources: [],
      notResources: ["arn:aws:s3:::b"],
      principals: [
        { type: "AWS", identifiers: ["1", "2"] },
        { type: "Service", identifiers: ["ecs.amazonaws.com"] },
      ],
      notPrincipals: [],
      conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: ["1"] }],
    };
    expect(statementOf(json)).toEqual(expected);
    expect(statementOf(reference, data({ statement: [written] }))).toEqual(expected);
  });

  test("allows when its effect is not known", () => {
    expect(statementOf('{"Statement":[{"Effect":"${var.effect}"}]}')?.effect).toBe("Allow");
  });

  test("names everyone by a star without a type", () => {
    expect(statementOf('{"Statement":[{"Principal":"*"}]}')?.principals).toEqual([
      { type: "*", identifiers: ["*"] },
    ]);
  });
});

describe("policies of an environment", () => {
  const document = JSON.stringify({ Statement: statement });

  test.each([
    ["aws_iam_role.api", { assume_role_policy: document }, "trust"],
    ["aws_iam_role.api", { inline_policy: [{ policy: document }] }, "identity"],
    ["aws_iam_user_policy.api", { policy: document }, "identity"],
    ["aws_sqs_queue_policy.api", { policy: document }, "resource"],
    ["aws_kms_key.api", { policy: document }, "resource"],
    ["aws_cloudwatch_log_resource_policy.api", { policy_document: document }, "resource"],
    ["aws_vpc_endpoint.api", { policy: document }, "endpoint"],
  ])("hold that of %s", (address, values, kind) => {
    expect(policiesOf(environmentWith({ [address]: values }))).toMatchObject([
      { kind, resource: { address }, statements: [{ sid: "Read" }] },
    ]);
  });

  test("hold none of a resource without one", () => {
    expect(
      policiesOf(environmentWith({ "aws_sqs_queue.api": {}, "aws_kms_key.api": { policy: null } })),
    ).toEqual([]);
  });
});
