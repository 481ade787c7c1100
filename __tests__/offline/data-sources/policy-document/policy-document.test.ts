import { type Value, type Values } from "../../../../offline/values/value";
import { refusal, values } from "../world";

const type = "aws_iam_policy_document";

function minified(configuration: Values): unknown {
  return values(type, configuration)["minified_json"];
}

function document(...statement: readonly Values[]): Values {
  return { statement };
}

/** A policy of statements, as the provider writes it without spaces. */
function policy(...statements: readonly string[]): string {
  return `{"Version":"2012-10-17","Statement":[${statements.join(",")}]}`;
}

const read = { actions: ["s3:GetObject"], resources: ["*"] };
const readJson = '"Effect":"Allow","Action":"s3:GetObject","Resource":"*"';

describe("aws_iam_policy_document", () => {
  test("writes JSON with two spaces", () => {
    expect(values(type, document(read))["json"]).toBe(
      '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Action": "s3:GetObject",\n      "Resource": "*"\n    }\n  ]\n}',
    );
  });

  test("has the CRC-32 of the JSON as its id", () => {
    // Python: zlib.crc32(b'{\n  "Version": "2012-10-17"\n}')
    expect(values(type, {})["id"]).toBe("1132004489");
  });

  test("shows the defaults that it applied", () => {
    expect(values(type, document(read))).toMatchObject({
      version: "2012-10-17",
      statement: [{ effect: "Allow" }],
    });
  });

  test.each<[string, Values, string]>([
    ["writes only the version of an empty document", {}, '{"Version":"2012-10-17"}'],
    ["writes the id after the version", { policy_id: "p" }, '{"Version":"2012-10-17","Id":"p"}'],
    ["keeps the older version", { version: "2008-10-17" }, '{"Version":"2008-10-17"}'],
    ["leaves out an empty sid", document({ ...read, sid: "" }), policy(`{${readJson}}`)],
    ["writes the sid first", document({ ...read, sid: "Read1" }), policy(`{"Sid":"Read1",${readJson}}`)],
    [
      "leaves out empty lists",
      document({ ...read, not_actions: [], not_resources: null }),
      policy(`{${readJson}}`),
    ],
    [
      "sorts lists from the last to the first",
      document({
        actions: ["s3:GetBucketLocation", "s3:ListAllMyBuckets"],
        resources: ["arn:b", "arn:a", "arn:c"],
      }),
      policy(
        '{"Effect":"Allow","Action":["s3:ListAllMyBuckets","s3:GetBucketLocation"],"Resource":["arn:c","arn:b","arn:a"]}',
      ),
    ],
    [
      "writes what is denied",
      document({ effect: "Deny", not_actions: ["s3:*"], not_resources: ["arn:aws:s3:::*"] }),
      policy('{"Effect":"Deny","NotAction":"s3:*","NotResource":"arn:aws:s3:::*"}'),
    ],
    [
      "turns &{ into ${ in resources",
      document({ actions: ["s3:*"], resources: ["arn:home/&{aws:username}", "arn:home/&{aws:username}/*"] }),
      policy(
        '{"Effect":"Allow","Action":"s3:*","Resource":["arn:home/${aws:username}/*","arn:home/${aws:username}"]}',
      ),
    ],
    [
      "does not turn &{ into ${ in actions; < > & are escaped as Go escapes them",
      document({ actions: ["a:&{<>"] }),
      policy('{"Effect":"Allow","Action":"a:\\u0026{\\u003c\\u003e"}'),
    ],
    [
      "writes everybody of any type as one star",
      document({ actions: ["firehose:*"], principals: [{ type: "*", identifiers: ["*"] }] }),
      policy('{"Effect":"Allow","Action":"firehose:*","Principal":"*"}'),
    ],
    [
      "keeps the type of AWS's star",
      document({ actions: ["kinesis:*"], principals: [{ type: "AWS", identifiers: ["*"] }] }),
      policy('{"Effect":"Allow","Action":"kinesis:*","Principal":{"AWS":"*"}}'),
    ],
    [
      "sorts types of principals by name",
      document({
        actions: ["sts:AssumeRole"],
        principals: [
          { type: "Service", identifiers: ["ecs-tasks.amazonaws.com"] },
          { type: "AWS", identifiers: ["arn:b", "arn:a"] },
        ],
      }),
      policy(
        '{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":["arn:b","arn:a"],"Service":"ecs-tasks.amazonaws.com"}}',
      ),
    ],
    [
      "writes excepted principals",
      document({ ...read, not_principals: [{ type: "AWS", identifiers: ["arn:x"] }] }),
      policy(`{${readJson},"NotPrincipal":{"AWS":"arn:x"}}`),
    ],
    [
      "keeps the order of a condition's values, the empty one too",
      document({
        ...read,
        condition: [
          { test: "StringLike", variable: "s3:prefix", values: ["home/", "", "home/&{aws:username}/"] },
        ],
      }),
      policy(`{${readJson},"Condition":{"StringLike":{"s3:prefix":["home/","","home/\${aws:username}/"]}}}`),
    ],
    [
      "groups conditions by test and variable, both sorted",
      document({
        ...read,
        condition: [
          { test: "StringEquals", variable: "b", values: ["1"] },
          { test: "Bool", variable: "aws:SecureTransport", values: ["true"] },
          { test: "StringEquals", variable: "a", values: ["2"] },
        ],
      }),
      policy(
        `{${readJson},"Condition":{"Bool":{"aws:SecureTransport":"true"},"StringEquals":{"a":"2","b":"1"}}}`,
      ),
    ],
  ])("%s", (_rule, configuration, expected) => {
    expect(minified(configuration)).toBe(expected);
  });
});

describe("principals blocks of one type", () => {
  const root = (digit: number, partition = "aws"): string =>
    `arn:${partition}:iam::${String(digit).repeat(12)}:root`;

  /** Order facts: the acceptance tests of the provider, "stringAndSlice" and "multiplePrincipals" (two partitions). */
  test.each<[string, readonly number[][], readonly number[]]>([
    ["aws", [[1], [2, 3]], [1, 3, 2]],
    ["aws", [[1, 2], [3], [4]], [3, 4, 2, 1]],
    ["aws-us-gov", [[1, 2], [3], [4]], [3, 2, 1, 4]],
  ])("of %s stand in the order of their hash codes: %j", (partition, blocks, expected) => {
    const principals = blocks.map((digits) => ({
      type: "AWS",
      identifiers: digits.map((digit) => root(digit, partition)),
    }));
    const json: Value = JSON.parse(String(minified(document({ actions: ["*"], principals }))));
    expect(json).toMatchObject({
      Statement: [{ Principal: { AWS: expected.map((digit) => root(digit, partition)) } }],
    });
  });
});

describe("documents under and over a document", () => {
  const one = (sid: string, effect: string, action: string): string =>
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Sid: sid, Effect: effect, Action: action }] });

  test.each<[string, Values, string]>([
    [
      "appends statements without sid",
      { source_policy_documents: [one("", "Allow", "a:One"), one("", "Allow", "a:Two")] },
      policy('{"Effect":"Allow","Action":"a:One"}', '{"Effect":"Allow","Action":"a:Two"}'),
    ],
    [
      "replaces a source's statement by the own one with its sid, in its place",
      {
        source_policy_documents: [one("Same", "Deny", "a:One"), one("Other", "Allow", "a:Two")],
        statement: [{ sid: "Same", actions: ["b:*"] }],
      },
      policy(
        '{"Sid":"Same","Effect":"Allow","Action":"b:*"}',
        '{"Sid":"Other","Effect":"Allow","Action":"a:Two"}',
      ),
    ],
    [
      "replaces an own statement by an override",
      {
        override_policy_documents: [one("Same", "Deny", "a:One")],
        statement: [{ sid: "Same", actions: ["b:*"] }],
      },
      policy('{"Sid":"Same","Effect":"Deny","Action":"a:One"}'),
    ],
    [
      "lets a later override win over an earlier one",
      { override_policy_documents: [one("S", "Allow", "a:One"), one("S", "Deny", "a:Two")] },
      policy('{"Sid":"S","Effect":"Deny","Action":"a:Two"}'),
    ],
    [
      "skips an empty source",
      { source_policy_documents: ["", one("", "Allow", "a:One")] },
      policy('{"Effect":"Allow","Action":"a:One"}'),
    ],
    [
      "takes the id of a source, and the higher version",
      { source_policy_documents: ['{"Version":"2008-10-17","Id":"given"}'] },
      '{"Version":"2012-10-17","Id":"given"}',
    ],
    [
      "keeps the order of a source's actions, but not of its principals",
      {
        source_policy_documents: [
          '{"statement":[{"Effect":"Allow","Action":["a:1","a:2"],"Principal":{"AWS":["1","2"]},"Unknown":1}]}',
        ],
      },
      policy('{"Effect":"Allow","Action":["a:1","a:2"],"Principal":{"AWS":["2","1"]}}'),
    ],
    [
      "writes a truth value in a source's condition as text",
      {
        source_policy_documents: [
          '{"Statement":[{"Effect":"Deny","Condition":{"Bool":{"a":false,"n":1,"b":["x"]}}}]}',
        ],
      },
      policy('{"Effect":"Deny","Condition":{"Bool":{"a":"false","b":"x"}}}'),
    ],
    [
      "reads a star for principals",
      { source_policy_documents: ['{"Statement":[{"Effect":"Allow","Principal":"*"}]}'] },
      policy('{"Effect":"Allow","Principal":"*"}'),
    ],
  ])("%s", (_rule, configuration, expected) => {
    expect(minified(configuration)).toBe(expected);
  });
});

describe("a wrong policy document", () => {
  const duplicate = '{"Statement":[{"Sid":"S","Effect":"Allow"}]}';
  const older = { version: "2008-10-17" };

  test.each<[string, Values, RegExp]>([
    [
      "two statements of one sid",
      document({ sid: "1" }, { sid: "1" }),
      /: duplicate Sid \(1\)\. Remove the Sid or/,
    ],
    [
      "two sources with one sid",
      { source_policy_documents: [duplicate, duplicate] },
      /merging source document 1: duplicate Sid \(S\) in source_policy_documents \(statement 0\)/,
    ],
    ["a sid with a dash", document({ sid: "a-b" }), /sid \(must only include alphanumeric characters\)/],
    ["an effect in lower case", document({ effect: "allow" }), /one of \["Allow" "Deny"\], got allow/],
    ["another version", { version: "2020-01-01" }, /^expected version to be one of/],
    [
      "a source that is not JSON",
      { source_policy_documents: ["{"] },
      /^writing IAM .* merging source document 0: /,
    ],
    [
      "a source with one statement",
      { source_policy_documents: ['{"Statement":{}}'] },
      /cannot unmarshal object/,
    ],
    ["the retired source_json", { source_json: "{}" }, /^expected "source_json" to be an empty string/],
    [
      "a variable in old resources",
      { ...older, statement: [{ resources: ["&{a}"] }] },
      /^reading resources: found &\{/,
    ],
    [
      "a variable in old conditions",
      { ...older, statement: [{ condition: [{ test: "a", variable: "b", values: ["&{a}"] }] }] },
      /not supported in document version 2008-10-17/,
    ],
    [
      "a variable in old principals",
      { ...older, statement: [{ principals: [{ type: "AWS", identifiers: ["&{a}"] }] }] },
      /^reading identifiers/,
    ],
  ])("is refused: %s", (_what, configuration, message) => {
    expect(refusal(type, configuration)).toMatch(message);
  });
});
