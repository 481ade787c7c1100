import { ConfigError } from "../../problems/config-error";
import { define, devInput, files, problemsOf, prodInput } from "./support/inputs";
import { defineEnvironment } from "../../config/define-environment";

describe("defineEnvironment", () => {
  test("accepts a small environment", () => {
    expect(problemsOf(devInput())).toEqual([]);
  });

  test("accepts production with nothing but defaults", () => {
    expect(problemsOf(prodInput())).toEqual([]);
  });

  test("fills in the defaults", () => {
    const { state, network, loadBalancers, domain, tags } = define(devInput());
    expect({ state, network, loadBalancers, domain, tags }).toEqual({
      state: { kind: "local" },
      network: {
        cidr: "10.10.0.0/16",
        zones: ["a", "b"],
        nat: "none",
        encryptLogs: false,
        endpoints: ["ecr.api", "ecr.dkr", "logs", "secretsmanager"],
        flowLogs: "REJECT",
        logRetentionDays: 30,
      },
      loadBalancers: { deletionProtection: true, accessLogs: true, idleTimeoutSeconds: 60, webAcl: "none" },
      domain: undefined,
      tags: { Environment: "dev", ManagedBy: "terraform" },
    });
  });

  test("freezes everything", () => {
    const environment = define(devInput({ tags: { Team: "shop" } }));
    const parts: object[] = [environment];
    for (const part of parts) {
      expect(Object.isFrozen(part)).toBe(true);
      parts.push(...Object.values(part).filter((value) => typeof value === "object"));
    }
    expect(parts.length).toBeGreaterThan(20);
  });

  test("takes no part of the input over", () => {
    const input = devInput({ tags: { Team: "shop" }, "services.web.outbound": [] });
    define(input);
    expect(Object.isFrozen(input.tags)).toBe(false);
  });

  test("reports problems of all kinds at once", () => {
    const input = devInput({
      account: "123",
      regoin: "eu-west-1",
      "network.cidr": "10.10.0.1/16",
      "services.web.cpu": 300,
      "services.web.calls": ["apii"],
      "services.api.healthCheck": { path: "health" },
      "services.mailer.containers": "dev/absent.json",
      "services.mailer.scaling": { minTasks: 3, maxTasks: 2 },
    });
    expect(problemsOf(input).map(({ where }) => where)).toEqual([
      "regoin",
      "account",
      "network.cidr",
      "services.web.cpu",
      "services.api.healthCheck.path",
      "environments/dev/absent.json",
      "services.web.calls[0]",
      "services.mailer.scaling.maxTasks",
    ]);
  });

  test("names file, field, rule, value and remedy", () => {
    const input = devInput({ "services.web.cpu": 300, "network.cdir": "10.10.0.0/16" });
    expect(() => define(input)).toThrowErrorMatchingInlineSnapshot(`
     "environments/dev.ts: 2 problems
       network.cdir      must be a known field, got "10.10.0.0/16". Did you mean "cidr"?
       services.web.cpu  must be a Fargate size, got 300. Use 256, 512, 1024, 2048, 4096, 8192 or 16384."
    `);
  });

  test("names no file when the name cannot be one", () => {
    expect(() => define(devInput({ name: "../dev" }))).toThrow(
      /^environment without a valid name: 1 problem/,
    );
  });

  test("says nothing more about a refused field", () => {
    const input = devInput({ "services.web.memoryMiB": "lots", "services.web.cpu": 16384 });
    expect(problemsOf(input).map(({ where }) => where)).toEqual(["services.web.memoryMiB"]);
  });

  test.each([undefined, null, "dev", 1, [], () => undefined])("refuses %p instead of an object", (input) => {
    expect(problemsOf(input).map(({ where }) => where)).toEqual(["(input)"]);
  });

  test("reads container files of its own project by default", () => {
    expect(() => defineEnvironment(devInput())).toThrow("environments/dev/web.json");
  });

  test("takes container files from elsewhere", () => {
    expect(() => defineEnvironment(devInput(), files)).not.toThrow();
  });

  test("takes no container file of another environment", () => {
    const input = devInput({ "services.web.containers": "prod/web.json" });
    expect(problemsOf(input)).toMatchObject([{ where: "environments/prod/web.json" }]);
  });

  test("shows at most 200 problems", () => {
    const tags = Array.from({ length: 300 }, (_, index) => `bad${index} `);
    const input = devInput({ "services.web.calls": tags });
    try {
      define(input);
    } catch (error) {
      expect(error instanceof ConfigError && error.problems.length).toBe(201);
    }
    expect.assertions(1);
  });
});
