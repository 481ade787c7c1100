import { formatProblems } from "../../../problems/problem";
import { orders, TemporaryEnvironments } from "./support/temporary-environments";

const environments = new TemporaryEnvironments();

/** What is found in a variable. */
function found(value: string, name = "SETTING"): (string | undefined)[] {
  const { problems } = environments.read([{ ...orders, environment: [{ name, value }] }]);
  return problems.map(({ must, got }) => (must.startsWith("must not hold a secret") ? got : must));
}

// Put together here, so that tools which look for secrets in repositories do not take them for real ones.
const letters = "aB3dE5gH7jK9mN1pQ3sT5vW7xY9zA1cD3fG5".repeat(2);
const webToken = `eyJ${letters.slice(0, 20)}.eyJ${letters.slice(0, 30)}.${letters.slice(0, 20)}`;
const privateKey = (kind: string) =>
  `-----BEGIN ${kind}PRIVATE KEY-----\nMIIE\n-----END ${kind}PRIVATE KEY-----\n`;

describe("secret that shows by its look", () => {
  test.each([
    ["an AWS access key id", "AKIAIOSFODNN7EXAMPLE"],
    ["an AWS access key id", "key=ASIAIOSFODNN7EXAMPLE;"],
    ["a private key", privateKey("")],
    ["a private key", privateKey("RSA ")],
    ["a private key", privateKey("ENCRYPTED ")],
    ["a private key", privateKey("OPENSSH ")],
    ["a private key", "-----BEGIN PGP PRIVATE KEY BLOCK-----"],
    ["a JSON web token", webToken],
    ["a JSON web token", `Bearer ${webToken}`],
    ["a GitHub token", `ghp_${letters.slice(0, 36)}`],
    ["a GitHub token", `github_pat_${letters.slice(0, 40)}`],
    ["a GitLab token", `glpat-${letters.slice(0, 20)}`],
    ["a Slack token", `xoxb-${letters.slice(0, 24)}`],
    ["a Slack webhook", `https://hooks.slack.com/services/T0001/B0002/${letters.slice(0, 24)}`],
    ["a Stripe key", `sk_live_${letters.slice(0, 24)}`],
    ["a Google API key", `AIza${letters.slice(0, 35)}`],
    ["an npm token", `npm_${letters.slice(0, 36)}`],
    ["a password in a URL", "postgres://orders:hunter2@db.internal:5432/orders"],
    ["a password in a URL", "redis://:hunter2@cache.internal"],
    ["a password in a URL", "https://oauth2:hunter2@example.com/repository.git"],
    ["a password", "password=hunter2"],
    ["a password", "Server=db;User Id=orders;Password=hunter2;"],
    ["a password", "jdbc:postgresql://db/orders?user=orders&password=hunter2"],
    ["a password", "DB_PASSWORD = hunter2"],
    ["a password", 'password="hunter2"'],
    ["a password", "--spring.datasource.password='hunter2'"],
    ["a password", '{ "user": "orders", "password": "hunter2" }'],
    ["a password", "pwd=hunter2"],
    ["a password", "api_key=hunter2"],
    ["a password", "https://example.com/?access_token=hunter2"],
    ["a password", "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=hunter2=="],
  ])("is %s: %j", (kind, value) => {
    expect(found(value)).toEqual([kind]);
  });

  test.each([
    ["command", { command: ["run", "--db=postgres://orders:hunter2@db"] }, "command[1]"],
    [
      "health check",
      { healthCheck: { command: ["CMD-SHELL", "PASSWORD=hunter2 check"] } },
      "healthCheck.command[1]",
    ],
    ["label", { dockerLabels: { note: "AKIAIOSFODNN7EXAMPLE" } }, "dockerLabels.note"],
    ["key of a label", { dockerLabels: { AKIAIOSFODNN7EXAMPLE: "" } }, "dockerLabels[…]"],
    ["user", { user: "password=hunter2" }, "user"],
  ])("is found in a %s", (_title, fields, path) => {
    const { problems } = environments.read([{ ...orders, ...fields }]);
    expect(problems).toMatchObject([
      {
        where: expect.stringContaining(`containers[0].${path}`),
        must: expect.stringContaining("must not hold a secret"),
      },
    ]);
  });

  test("is found in a file of another shape", () => {
    expect(environments.read({ orders: { key: "AKIAIOSFODNN7EXAMPLE" } }).problems).toMatchObject([
      { must: "must be an array of 1 to 10 entries" },
      { got: "an AWS access key id" },
    ]);
  });
});

describe("secret that shows by its name", () => {
  test.each([
    ...["PASSWORD", "DB_PASSWORD", "db.password", "ADMIN_PASSWD", "KEY_PASSPHRASE", "DB_PASS", "MYSQL_PWD"],
    ...["CLIENT_SECRET", "SESSION_TOKEN", "PRIVATE_KEY", "API_KEY", "APIKEY", "AWS_SECRET_ACCESS_KEY"],
  ])("is the value of %s", (name) => {
    expect(found("hunter2", name)).toEqual([`the value of "${name}"`]);
  });

  test.each(["hunter2", "changeme", "correct horse battery staple", "123456", "${x}y"])(
    "may be %j",
    (value) => {
      expect(found(value, "DB_PASSWORD")).toHaveLength(1);
    },
  );

  test("is the value of a label", () => {
    expect(
      environments.read([{ ...orders, dockerLabels: { "com.example.token": "hunter2" } }]).problems,
    ).toMatchObject([{ got: 'the value of "com.example.token"' }]);
  });

  test.each(["command", "entryPoint"])("is the word after an option in %s", (field) => {
    expect(
      environments.read([{ ...orders, [field]: ["run", "--password", "hunter2"] }]).problems,
    ).toMatchObject([
      { where: expect.stringContaining(`containers[0].${field}[2]`), got: "the word after --password" },
    ]);
  });

  test("is reported once when its look shows it too", () => {
    expect(found("AKIAIOSFODNN7EXAMPLE", "ACCESS_KEY")).toEqual(["an AWS access key id"]);
  });
});

describe("variable without a secret", () => {
  test.each([
    ["PASSWORD_MIN_LENGTH", "12"],
    ["PASSWORD_POLICY", "at least one letter and one digit"],
    ["PASSWORD_RESET_URL", "https://shop.example.com/password/reset?step=1"],
    ["TOKEN_TTL_SECONDS", "3600"],
    ["MAX_TOKEN", "4096"],
    ["TOKEN", "https://login.example.com/oauth2/token"],
    ["USE_API_KEY", "true"],
    ["REQUIRE_PASSWORD", "false"],
    ["SECRET_NAME", "prod/orders"],
    ["TLS_PRIVATE_KEY", "/etc/tls/tls.key"],
    ["TLS_PRIVATE_KEY", "tls.key"],
    ["DB_PASSWORD", ""],
    ["DB_PASSWORD", "${APP_DB_PASSWORD}"],
    ["DB_PASSWORD", "$APP_DB_PASSWORD"],
    ["DB_PASSWORD", "%{DB_PASSWORD}"],
    ["DB_PASSWORD", "<set at start>"],
    ["DB_SECRET", "arn:aws:secretsmanager:eu-west-1:111111111111:secret:db-AbCdEf"],
    ["MONKEY", "banana"],
    ["KEYBOARD_LAYOUT", "us"],
    ["PUBLIC_URL", "https://shop.example.com:8443/path?query=1#fragment"],
    ["CALLBACK", "https://shop.example.com/users/@me"],
    ["CONTACT", "mailto:team@example.com"],
    ["DATABASE_URL", "jdbc:postgresql://${APP_DB_HOST}:${APP_DB_PORT}/${APP_DB_NAME}?sslmode=require"],
    ["DATABASE_URL", "postgres://${APP_DB_USERNAME}:${APP_DB_PASSWORD}@${APP_DB_HOST}/app"],
    ["CONNECTION", "Server=db;Password=${APP_DB_PASSWORD};"],
    ["MASK", "password=***"],
    ["QUERY", "show_password=true"],
    ["LOG_PATTERN", '%{X-Forwarded-For}i %t "%r" %>s'],
    ["GIT_COMMIT", "3f786850e387550fdab836ed7e6dc881de23001b"],
    ["IMAGE_DIGEST", `sha256:${"0a".repeat(32)}`],
    ["PUBLIC_KEY", "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----"],
    ["CERTIFICATE", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"],
    ["TRACE_ID", "eyJhbGciOi"],
    ["STRIPE_KEY_PREFIX", "sk_live_"],
  ])("passes: %s=%j", (name, value) => {
    expect(found(value, name)).toEqual([]);
  });

  test("may follow an option with a reference", () => {
    expect(
      environments.read([{ ...orders, command: ["run", "--password", "$DB_PASSWORD"] }]).problems,
    ).toEqual([]);
  });

  test("may stand under an option that ends the command", () => {
    expect(environments.read([{ ...orders, command: ["run", "--password"] }]).problems).toEqual([]);
  });
});

describe("problem of a secret", () => {
  test("shows where it is and what to do, and no part of it", () => {
    const { problems } = environments.read([
      {
        ...orders,
        environment: [{ name: "DB_PASSWORD", value: "hunter2" }],
        command: ["--url=redis://:hunter2@cache"],
      },
    ]);
    expect(`\n${formatProblems("dev", problems)}\n`).toMatchInlineSnapshot(`
     "
     dev: 2 problems
       environments/dev/orders.json:1:64 containers[0].environment[0].value
           must not hold a secret, because whoever reads the repository or the task can read it, got the value of "DB_PASSWORD". Store it in Secrets Manager or SSM and refer to it under "secrets"; change it if it was ever committed.
       environments/dev/orders.json:1:87 containers[0].command[0]
           must not hold a secret, because whoever reads the repository or the task can read it, got a password in a URL. Store it in Secrets Manager or SSM, refer to it under "secrets" and read the variable; change it if it was ever committed.
     "
    `);
  });

  test.each([
    ["wrong type", { environment: "password=hunter2" }],
    ["image that is no reference", { image: "https://me:hunter2@registry.example.com/orders:1" }],
    ["unknown field", { "password=hunter2": 1 }],
    ["unknown field with a value", { pasword: "hunter2" }],
    [
      "duplicate variable",
      {
        environment: [
          { name: "password=hunter2", value: "" },
          { name: "password=hunter2", value: "" },
        ],
      },
    ],
    ["path that is not absolute", { workingDirectory: "password=hunter2" }],
    ["dependency", { dependsOn: [{ containerName: "password=hunter2", condition: "password=hunter2" }] }],
    ["name of a container", { name: "password=hunter2" }],
    ["health check", { healthCheck: { command: ["password=hunter2"] } }],
    ["volume", { mountPoints: [{ sourceVolume: "password=hunter2", containerPath: "password=hunter2" }] }],
    ["log driver", { logConfiguration: { logDriver: "password=hunter2" } }],
  ])("of another kind does not show it either: %s", (_title, fields) => {
    const { problems } = environments.read([{ ...orders, ...fields }]);
    expect(problems).not.toEqual([]);
    expect(JSON.stringify(problems)).not.toContain("hunter2");
  });

  test.each([
    '[{ "password=hunter2": 1, "password=hunter2": 2 }]',
    '[{ "key": "password=hunter2" "next": 1 }]',
    '["password=hunter2',
  ])("of the JSON itself does not show it either: %s", (text) => {
    const { problems } = environments.read(text);
    expect(problems).not.toEqual([]);
    expect(JSON.stringify(problems)).not.toContain("hunter2");
  });
});

describe("search for secrets", () => {
  test.each(["://", "eyJ-", "password=", "-----BEGIN A ", "://a:", "xox", "AKIA", "password \t", "eyJ"])(
    "takes a moment for a megabyte of %j",
    (piece) => {
      const start = performance.now();
      environments.read([{ ...orders, command: [piece.repeat(1_000_000 / piece.length)] }]);
      expect(performance.now() - start).toBeLessThan(1500);
    },
  );
});
