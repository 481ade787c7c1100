import { define, devInput, fieldProblemsOf, problemsOf } from "../support/inputs";

const arn = "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** Values that a field accepts. */
const accepted: readonly (readonly [string, readonly unknown[]])[] = [
  ["name", ["dev"]],
  ["account", ["000000000001"]],
  ["region", ["us-east-1", "ap-southeast-7"]],
  ["production", [false]],
  [
    "state",
    [
      "local",
      { bucket: "dev-state" },
      { bucket: "d.s", region: "us-east-1" },
      { bucket: "dev", kmsKeyArn: arn },
    ],
  ],
  ["tags", [{}, { Team: "shop", "cost center": "ä/1 + 2" }, { empty: "" }, { k: "v".repeat(256) }]],
  ["registry.region", ["us-east-1"]],
  ["registry.seedImage", ["public.ecr.aws/docker/library/busybox:1.36", `x.io/a/b@sha256:${"0".repeat(64)}`]],
  ["network.cidr", ["10.0.0.0/16", "172.31.0.0/20", "192.168.0.0/16", "10.10.2.0/23"]],
  [
    "network.zones",
    [
      ["a", "b"],
      ["c", "a", "b"],
      ["e", "f"],
    ],
  ],
  ["network.nat", ["none", "single", "per-zone"]],
  ["network.endpoints", [[], ["sqs", "sns", "monitoring"]]],
  ["network.flowLogs", ["ALL", "REJECT"]],
  ["network.logRetentionDays", [1, 3653]],
  ["loadBalancers", [{}, { webAcl: "count" }, { deletionProtection: false, accessLogs: false }]],
  ["databases.main.port", [1150, 65535]],
  ["databases.main.backupDays", [1, 35]],
  ["databases.main.storageGiB", [20, 65536]],
  ["services.web.port", [1, 65535]],
  ["services.web.architecture", ["X86_64", "ARM64"]],
  ["services.web.spotPercent", [0, 100]],
  ["services.web.logRetentionDays", [3, 400]],
  ["services.web.healthCheck.path", ["/", "/health", "/a/b?c=d", `/${"a".repeat(1023)}`]],
  ["services.web.healthCheck.successCodes", ["200", "200-299", "200,302", "200-299,301-302"]],
  ["services.web.routes", [[{ path: "/api/*" }], [{ path: "/", host: "*.example.com", priority: 50000 }]]],
  ["services.mailer.writableContainers", [{}]],
];

/** Values that a field refuses, at its own place. */
const refused: readonly (readonly [string, readonly unknown[]])[] = [
  ["name", ["Dev", "1dev", "dev_1", "dev-", "dev--1", "", "dev.", undefined, 3, `${"d".repeat(1e5)}!`]],
  ["account", ["12345678901", "1234567890123", "12345678901a", "1234-5678-9012", 111111111111, undefined]],
  ["region", ["eu-west-9", "EU-WEST-1", "eu-west-1a", "", undefined, null]],
  ["production", ["true", 1, undefined, null]],
  ["state", ["s3", 1, null, []]],
  ["state.bucket", ["Bucket", "ab", "-abc", "a_b", `${"a".repeat(64)}`, undefined]],
  ["state.kmsKeyArn", ["1234abcd", "arn:aws:s3:::bucket"]],
  ["state.region", ["eu", 1]],
  [
    "tags",
    [[], "Team=shop", Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`t${index}`, "x"]))],
  ],
  ["tags.Team", [1, null, "a\nb", "${x}", "v".repeat(257), ["x"]]],
  ["tags.Environment", ["dev"]],
  ["tags.managedBy", ["us"]],
  ["tags.Name", ["dev"]],
  ["registry", [undefined, "999999999999"]],
  ["registry.account", ["9", undefined]],
  ["registry.seedImage", ["seed", "seed:1", "https://x.io/seed:1", "x.io/seed:"]],
  ["network", [undefined, "10.0.0.0/16"]],
  [
    "network.cidr",
    [
      "10.0.0.0",
      "10.0.0.0/33",
      "10.0.0.256/16",
      "010.0.0.0/16",
      "10.10.0.1/16",
      "8.8.0.0/16",
      "172.32.0.0/16",
      "10.0.0.0/15",
      "10.0.0.0/24",
      "",
      undefined,
    ],
  ],
  ["network.zones", [["a"], ["a", "b", "c", "d"], [], ["a", "a"], ["a", "e"], "ab"]],
  ["network.nat", ["two", true, 1]],
  ["network.endpoints", [["sqs", "sqs"], "sqs"]],
  ["network.flowLogs", ["all", "ACCEPT"]],
  ["network.logRetentionDays", [0, 31, 366, "30"]],
  ["domain", ["shop.example.com", null]],
  [
    "domain.name",
    ["shop", "Shop.example.com", "shop.example.com.", "*.example.com", "https://shop.example.com"],
  ],
  ["loadBalancers.idleTimeoutSeconds", [0, 4001, 1.5, "60", NaN, Infinity]],
  ["loadBalancers.webAcl", ["on", true]],
  ["databases", [[], "main"]],
  ["databases.main", ["postgres", null]],
  ["databases.main.engine", ["postgresql", "oracle", undefined]],
  ["databases.main.instanceClass", ["t4g.micro", "db.t4g", "DB.T4G.MICRO"]],
  ["databases.main.storageGiB", [19, 65537, "20", 20.5]],
  ["databases.main.multiAz", ["yes", 1]],
  ["databases.main.backupDays", [0, 36]],
  ["databases.main.databaseName", ["order-history", "1orders", "Orders", ""]],
  ["databases.main.port", [1149, 65536]],
  ["services", [undefined, [], "web", null]],
  ["services.web", ["frontend", null, [], () => undefined]],
  ["services.web.kind", ["front", undefined, 1]],
  ["services.web.cpu", [300, 0, -256, "256", 256.5]],
  ["services.web.memoryMiB", [511, 122881, "512"]],
  ["services.web.port", [0, 65536, 80.5, "80"]],
  ["services.web.architecture", ["arm64", "x86"]],
  ["services.web.calls", ["api", ["api", "api"]]],
  ["services.web.routes", [undefined, [], "/*"]],
  ["services.web.spotPercent", [-1, 101, 0.5]],
  ["services.web.exec", ["on"]],
  ["services.web.stopTimeoutSeconds", [1, 121]],
  ["services.web.scaling", [2, null]],
  ["services.web.scaling.minTasks", [0, -1, 1.5, 5001]],
  ["services.web.scaling.cpuPercent", [0, 101]],
  ["services.web.connectionsPerTask", [0, 5001]],
  ["services.web.listenerPort", [8080]],
  [
    "services.web.healthCheck.path",
    ["health", "", "/a b", "/ä", "/a/../b", "/a%20b", `/${"a".repeat(1024)}`],
  ],
  ["services.web.healthCheck.intervalSeconds", [4, 301]],
  ["services.web.healthCheck.healthyThreshold", [1, 11]],
  ["services.web.healthCheck.successCodes", ["", "ok", "600", "200-", "200 201"]],
  ["services.api.routes", [[{ path: "/*" }]]],
  ["services.mailer.port", [8080]],
  ["services.mailer.healthCheck", [{ path: "/" }]],
  ["services.mailer.writableContainers", ["mailer", ["mailer"]]],
  ["services.Web", [{ kind: "worker" }]],
  ["services.a--b", [{ kind: "worker" }]],
  [`services.${"s".repeat(41)}`, [{ kind: "worker" }]],
];

const flat = (cases: readonly (readonly [string, readonly unknown[]])[]) =>
  cases.flatMap(([path, values]) => values.map((value) => [path, value] as const));

describe("fields", () => {
  test.each(flat(accepted))("%s accepts %j", (path, value) => {
    expect(fieldProblemsOf(devInput({ [path]: value }))).toEqual([]);
  });

  test.each(flat(refused))("%s refuses %j", (path, value) => {
    const base = path.startsWith("state.") ? { state: { bucket: "dev-state" } } : {};
    const domain = path.startsWith("domain.")
      ? { domain: { zone: "example.com", name: "a.example.com" } }
      : {};
    const problems = fieldProblemsOf(devInput({ ...base, ...domain, [path]: value }));
    expect(problems.map(({ where }) => where)).toContain(path);
  });

  test.each([
    ["acount", "account"],
    ["network.zone", "zones"],
    ["databases.main.backupdays", "backupDays"],
    ["services.web.memory", "memoryMiB"],
    ["services.web.healthCheck.interval", "intervalSeconds"],
    ["services.web.scaling.maxTask", "maxTasks"],
    ["loadBalancers.idleTimeout", "idleTimeoutSeconds"],
    ["domain.names", "name"],
    ["registry.acount", "account"],
  ])("%s is unknown, but %s was meant", (path, meant) => {
    const domain = { zone: "example.com", name: "a.example.com" };
    expect(problemsOf(devInput({ domain, [path]: 1 }))).toContainEqual(
      expect.objectContaining({ where: path, advice: `Did you mean "${meant}"?` }),
    );
  });

  test("routes name the place of an unknown field", () => {
    const input = devInput({ "services.web.routes": [{ path: "/*", hots: "a" }] });
    expect(problemsOf(input)).toMatchObject([
      { where: "services.web.routes[0].hots", advice: 'Did you mean "host"?' },
    ]);
  });

  test("lists name the place of a refused element", () => {
    const input = devInput({ "network.endpoints": ["sqs", "sqss"] });
    expect(problemsOf(input)).toMatchObject([{ where: "network.endpoints[1]", got: '"sqss"' }]);
  });

  test("outbound refuses a whole internet in disguise", () => {
    const outbound = [{ to: "0.0.0.0/0", port: 443, reason: "Everything" }];
    expect(problemsOf(devInput({ "services.api.outbound": outbound }))).toMatchObject([
      { where: "services.api.outbound[0].to", advice: 'Write "internet" if you mean that.' },
    ]);
  });

  test("outbound refuses a reason that AWS would refuse", () => {
    const outbound = [{ to: "internet", port: 443, reason: "<b>Zahlung</b>" }];
    expect(problemsOf(devInput({ "services.api.outbound": outbound }))).toMatchObject([
      { where: "services.api.outbound[0].reason" },
    ]);
  });

  test("zones come in alphabetical order, whatever order they are given in", () => {
    expect(define(devInput({ "network.zones": ["c", "a"] })).network.zones).toEqual(["a", "c"]);
  });

  test("tags refuse names that differ in case only", () => {
    expect(problemsOf(devInput({ tags: { Team: "a", team: "b" } }))).toMatchObject([{ where: "tags.team" }]);
  });

  test("tags refuse a name of AWS", () => {
    const tags = JSON.parse('{ "aws:x": "1", "__proto__": "2" }') as object;
    expect(problemsOf(devInput({ tags })).map(({ where }) => where)).toEqual([
      'tags["aws:x"]',
      "tags.__proto__",
    ]);
  });
});
