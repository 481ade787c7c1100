import { devInput, problemsOf, type Changes } from "../support/inputs";

function saidOf(changes: Changes): readonly string[] {
  return problemsOf(devInput(changes)).map(({ where, must, got, advice }) =>
    [`${where} ${must}`, `got ${got}`, advice].join(" | "),
  );
}

describe("writableContainers", () => {
  test("names containers of the file; a typo is reported once, where it was made", () => {
    const changes = {
      "services.web.containers": "dev/writable.json",
      "services.web.writableContainers": { wbe: "Writes a cache" },
    };
    expect(saidOf(changes)).toEqual([
      'services.web.writableContainers.wbe must name a container of its file | got "wbe" | Did you mean "web"?',
    ]);
  });

  test("says to remove a name that is like none of the file", () => {
    const changes = { "services.mailer.writableContainers": { proxy: "Writes a cache" } };
    expect(saidOf(changes)).toEqual([
      'services.mailer.writableContainers.proxy must name a container of its file | got "proxy" | Remove it.',
    ]);
  });
});

describe("missing container file", () => {
  test("of a new service is to be created, whatever other files there are", () => {
    const [said] = saidOf({ "services.mailers": { kind: "worker" } });
    expect(said).toBe(
      'environments/dev/mailers.json must be an existing file | got no such file | Create it with [{ "name": "mailers" }].',
    );
  });

  test("that was named gets a hint", () => {
    const [said] = saidOf({ "services.mailer.containers": "dev/mailr.json" });
    expect(said).toContain('Did you mean "dev/mailer.json"?');
  });
});

describe("misspelt field", () => {
  test("in a part is reported once, not as missing too", () => {
    const changes = { state: { buckt: "dev-terraform-state" } };
    expect(saidOf(changes)).toEqual([
      'state.buckt must be a known field | got "dev-terraform-state" | Did you mean "bucket"?',
    ]);
  });

  test.each([
    ["account", "acount", "111111111111"],
    ["network", "netwrok", { cidr: "10.10.0.0/16" }],
    ["registry", "registri", { account: "999999999999" }],
  ])("%s is reported once, not as missing too", (field, typo, value) => {
    expect(problemsOf(devInput({ [field]: undefined, [typo]: value })).map(({ where }) => where)).toEqual([
      typo,
    ]);
  });

  test("beside the right one hides nothing", () => {
    const input = devInput({ acount: "1", account: "2" });
    expect(problemsOf(input).map(({ where }) => where)).toEqual(["acount", "account"]);
  });

  test("hides no field that is missing", () => {
    const input = devInput({ account: undefined, regoin: "eu-west-1" });
    expect(problemsOf(input).map(({ where }) => where)).toEqual(["regoin", "account"]);
  });
});

describe("missing object", () => {
  test.each([
    ["registry", "Write an object with the field account; optional: region, seedImage."],
    [
      "network",
      "Write an object with the field cidr; optional: zones, nat, endpoints, flowLogs, encryptLogs, logRetentionDays.",
    ],
  ])("%s says which fields are required", (field, advice) => {
    expect(problemsOf(devInput({ [field]: undefined }))).toMatchObject([{ where: field, advice }]);
  });

  test("says when every field is optional", () => {
    expect(problemsOf(devInput({ loadBalancers: 1 }))).toMatchObject([
      {
        advice:
          "Write an object; its fields are all optional: deletionProtection, accessLogs, idleTimeoutSeconds, webAcl.",
      },
    ]);
  });

  test("says when every field is required", () => {
    expect(problemsOf(devInput({ domain: 1 }))).toMatchObject([
      { advice: "Write an object with the fields zone, name." },
    ]);
  });
});

describe("sidecar", () => {
  const containers = { "services.mailer.containers": "dev/sidecar.json" };
  const nat = { "network.nat": "single" };

  test("of a public registry is refused with line and column where tasks do not reach the internet", () => {
    const [problem] = problemsOf(devInput(containers));
    expect(problem?.where).toBe("environments/dev/sidecar.json:1:52 containers[1].image");
  });

  test("of a public registry is accepted where tasks reach the internet", () => {
    const outbound = [{ to: "internet", port: 443, reason: "Public images" }];
    expect(problemsOf(devInput({ ...containers, ...nat, "services.mailer.outbound": outbound }))).toEqual([]);
  });

  test("of a public registry is refused where tasks reach another port of the internet only", () => {
    const outbound = [{ to: "internet", port: 80, reason: "Plain" }];
    expect(
      problemsOf(devInput({ ...containers, ...nat, "services.mailer.outbound": outbound })),
    ).toMatchObject([{ must: expect.stringContaining("must be in a private ECR registry") }]);
  });
});

describe("secret of another region", () => {
  test("is refused with line and column", () => {
    const [problem] = problemsOf(devInput({ "services.mailer.containers": "dev/far-secret.json" }));
    expect(problem).toMatchObject({
      where: "environments/dev/far-secret.json:4:47 containers[0].secrets[0].valueFrom",
      got: "region us-east-1",
    });
  });
});

describe("mistaken deployment", () => {
  test("is told with all others, each with what to do", () => {
    const changes = {
      "services.web.deployment": { strategy: "bluegreen", bakeMinute: 5 },
      "services.api.deployment": { strategy: "canary", canaryPercent: 10, alarms: { name: ["latency"] } },
      "services.mailer.deployment": { strategy: "linear", stepPercent: 10 },
      deployedBy: [{ from: "github", repo: "acme/orders", branch: "main" }],
    };
    expect(saidOf(changes)).toMatchInlineSnapshot(`
     [
       "deployedBy[0].repo must be a known field | got "acme/orders" | Did you mean "repository"?",
       "services.web.deployment.bakeMinute must be a known field | got 5 | Did you mean "bakeMinutes"?",
       "services.web.deployment.strategy must be "rolling", "blue-green", "canary" or "linear" | got "bluegreen" | Did you mean "blue-green"?",
       "services.api.deployment.canaryPercent must be a known field | got 10 | Use "strategy", "controller", "bakeMinutes", "percent", "canaryBakeMinutes", "testHeader", "hooks", "alarms" or "changesFrom".",
       "services.api.deployment.percent must be given | got nothing | Use a number from 0.1 to 100 (percent) with at most one decimal.",
       "services.api.deployment.alarms.name must be a known field | got ["latency"] | Did you mean "names"?",
       "services.mailer.deployment.strategy must be "rolling" for a worker: it gets no requests, so there is no traffic to shift | got "linear" | Remove it; the circuit breaker and alarms of yours guard its deployments.",
     ]
    `);
  });

  test("with a field of another tool is told the fields of its strategy", () => {
    const deployment = { strategy: "blue-green", bakeTimeInMinutes: 5, lifecycleHooks: [] };
    expect(saidOf({ "services.api.deployment": deployment })).toMatchInlineSnapshot(`
     [
       "services.api.deployment.bakeTimeInMinutes must be a known field | got 5 | Use "strategy", "controller", "bakeMinutes", "testHeader", "hooks", "alarms" or "changesFrom".",
       "services.api.deployment.lifecycleHooks must be a known field | got [] | Use "strategy", "controller", "bakeMinutes", "testHeader", "hooks", "alarms" or "changesFrom".",
     ]
    `);
  });

  test("that cannot judge in time is refused for each of its bakes", () => {
    const alarms = { periodSeconds: 300, evaluationPeriods: 3 };
    const deployment = { strategy: "canary", percent: 10, alarms };
    expect(saidOf({ "services.api.deployment": deployment })).toMatchInlineSnapshot(`
     [
       "services.api.deployment.bakeMinutes must be at least periodSeconds × evaluationPeriods of its alarms, 15 minutes, or they cannot fire in time | got 5 | Use 15 or more, or let the alarms judge sooner.",
       "services.api.deployment.canaryBakeMinutes must be at least periodSeconds × evaluationPeriods of its alarms, 15 minutes, or they cannot fire in time | got 10 | Use 15 or more, or let the alarms judge sooner.",
     ]
    `);
  });
});
