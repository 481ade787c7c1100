import fc from "fast-check";
import { type Stack } from "../../../terraform/stacks/stack";
import { compareSides } from "../../../verify/compare/compare-sides";
import { renderMarkdown } from "../../../verify/review/markdown/render-markdown";
import { reviewReport } from "../../../verify/review/review-report";

/** Where secrets stand in stacks that people write, as a configuration that holds one in this place only. */
const places: Readonly<Record<string, Plant>> = {
  "a password": (secret) => resource("aws_db_instance", { password: secret }),
  "an auth token": (secret) => resource("aws_elasticache_replication_group", { auth_token: secret }),
  "a parameter's value": (secret) => resource("aws_ssm_parameter", { name: "/a", value: secret }),
  "a secret's text": (secret) => resource("aws_secretsmanager_secret_version", { secret_string: secret }),
  "a secret's JSON": (secret) =>
    resource("aws_secretsmanager_secret_version", { secret_string: JSON.stringify({ plain: secret }) }),
  "user data": (secret) =>
    resource("aws_instance", { user_data: `#!/bin/sh\nexport X='${secret}'\nstart\n` }),
  "a container's variable": (secret) => container({ environment: [{ name: "DB_PASSWORD", value: secret }] }),
  "a container's variable, from a local": (secret) => ({
    locals: { containers: [{ name: "a", environment: [{ name: "API_KEY", value: secret }] }] },
    ...resource("aws_ecs_task_definition", { container_definitions: "${jsonencode(local.containers)}" }),
  }),
  "a container's label": (secret) => container({ dockerLabels: { "com.example.TOKEN": secret } }),
  "the word after an option": (secret) => container({ command: ["run", "--password", secret] }),
  "an option with a value": (secret) => container({ command: ["run", `--token=${secret}`] }),
  "a function's variable": (secret) =>
    resource("aws_lambda_function", { environment: { variables: { CLIENT_SECRET: secret } } }),
  "a tag": (secret) => resource("aws_vpc", { tags: { Password: secret } }),
  "a block's field": (secret) => resource("aws_mq_broker", { user: [{ username: "u", password: secret }] }),
  "a provider": (secret) => ({
    provider: { aws: [{ region: "eu-west-1", secret_key: secret, token: secret }] },
  }),
  "a variable that is sensitive": (secret) => variable({ default: secret, sensitive: true }),
  "what uses a variable that is sensitive": (secret) => ({
    ...variable({ default: secret, sensitive: true }),
    ...resource("aws_instance", { ami: "${var.it}" }),
  }),
  "an output that is sensitive": (secret) => output({ value: secret, sensitive: true }),
};

/** Texts in which a secret is found by how it looks; it holds no space, quote or mark that ends it. */
const texts: Readonly<Record<string, (secret: string) => string>> = {
  "a URL": (secret) => `postgres://app:${secret}@db.example.com/shop`,
  "a setting in a text": (secret) => `host=a;password=${secret};port=5432`,
  "a setting behind a harmless one": (secret) => `password=\${DB}; password=${secret}`,
  "a line of a long text": (secret) => `server:\n  a: 1\n  password = ${secret}\n  b: 2\n`,
  "a private key": (secret) => `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n`,
};

const anything = fc
  .string({ minLength: 8, maxLength: 40, unit: "grapheme" })
  .filter((text) => text.trim().length > 7);
const word = fc
  .stringMatching(/^[A-Za-z0-9!.+_]{12,40}$/)
  .filter((text) => /[A-Za-z]{2}\d|\d[A-Za-z]{2}/.test(text));

describe("A report", () => {
  test.each(Object.entries(places))("never tells a secret that stands in %s", (_, configuration) => {
    fc.assert(
      fc.property(anything, anything, (old, now) => {
        // The text of a reference is no secret, and Terraform would evaluate what looks like an expression.
        fc.pre(!/[$%]\{/.test(old + now));
        expectHidden(configuration, [old, now]);
      }),
      { numRuns: 8 },
    );
  });

  test.each(Object.entries(texts))("never tells a secret in %s", (_, text) => {
    fc.assert(
      fc.property(word, word, (old, now) => {
        expectHidden(
          (secret) => container({ environment: [{ name: "PLAIN", value: escaped(text(secret)) }] }),
          [old, now],
        );
        expectHidden(
          (secret) => resource("aws_cloudfront_function", { code: escaped(text(secret)) }),
          [old, now],
        );
      }),
      { numRuns: 8 },
    );
  });

  test("hides a secret also where nothing says that it is one", () => {
    const secret = "tr0ub4dor&3";
    const head = stack({
      resource: {
        aws_db_instance: { a: { password: secret } },
        aws_instance: { a: { ami: `echo ${secret} > file` } },
      },
    });
    const facts = {
      newFindings: [{ rule: "r", severity: "error" as const, place: "p", text: `must be x, got ${secret}` }],
    };
    const comparison = compareSides([stack(resource("aws_instance", { ami: "" }))], [head]);
    const report = reviewReport({ comparison, environments: { test: facts } });
    expect(JSON.stringify(report)).not.toContain(secret);
    expect(JSON.stringify(report)).toContain("got (sensitive)");
  });

  test("still tells that a secret changed, and which", () => {
    const text = markdownOf("password", (secret) => resource("aws_db_instance", { password: secret }));
    expect(text).toContain("password: (sensitive) (another value)");
  });

  test("tells where a secret is kept", () => {
    const secrets = (arn: string) => container({ secrets: [{ name: "DB_PASSWORD", valueFrom: arn }] });
    const text = markdownOf("arn:aws:secretsmanager:eu-west-1:111111111111:secret:a", secrets);
    expect(text).toContain('app › secrets › DB_PASSWORD › valueFrom: "arn:aws:secretsmanager');
  });
});

function resource(type: string, body: object) {
  return { resource: { [type]: { it: body } } };
}

function container(fields: object) {
  const containers = [{ name: "app", image: "app:1", ...fields }];
  return resource("aws_ecs_task_definition", { container_definitions: JSON.stringify(containers) });
}

function variable(body: object) {
  return { variable: { it: body } };
}

function output(body: object) {
  return { output: { it: body } };
}

/** As cdktf writes text that is no expression. */
function escaped(text: string): string {
  return text.replaceAll("${", "$${");
}

function stack(given: object): Stack {
  const configuration: Stack["configuration"] = { ...given };
  return { name: "test-all", folder: "/test-all", dependencies: [], configuration };
}

type Plant = (secret: string) => object;

function reportsOf(old: Stack, now: Stack): readonly string[] {
  const report = reviewReport({ comparison: compareSides([old], [now]) });
  return [
    JSON.stringify(report),
    ...(["github", "bitbucket"] as const).map((dialect) => renderMarkdown(report, { dialect })),
  ];
}

function markdownOf(text: string, plant: Plant): string {
  return reportsOf(stack(plant(`${text}-1`)), stack(plant(`${text}-2`)))[1] ?? "";
}

/** A change of the secret, and one that brings or takes it, tell neither of them, plain or quoted. */
function expectHidden(plant: Plant, [old, now]: readonly [string, string]): void {
  const empty = stack({ resource: { aws_vpc: { it: {} } } });
  const sides = [
    [stack(plant(old)), stack(plant(now))],
    [stack(plant("")), stack(plant(now))],
    [stack(plant(old)), stack(plant(""))],
    [empty, stack(plant(now))],
  ] as const;
  for (const text of sides.flatMap(([one, other]) => reportsOf(one, other))) {
    for (const secret of [old, now]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
    }
  }
}
