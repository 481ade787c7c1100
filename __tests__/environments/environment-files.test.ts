import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { estate } from "../../environments";

const folder = join(__dirname, "../../environments");
const names = estate.environments.map(({ name }) => name);
const textOf = (name: string) => readFileSync(join(folder, `${name}.ts`), "utf8");

describe("environments", () => {
  test("are listed in the order of promotion", () => {
    expect(names).toEqual(["dev", "sit", "uat", "prod"]);
  });

  test("have a file each, and no file is left out of the list", () => {
    const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
    expect(files.sort()).toEqual([...names, "index", "tooling"].map((name) => `${name}.ts`).sort());
  });

  test("have an account each, the tooling account besides", () => {
    const accounts = [estate.tooling.account, ...estate.environments.map(({ account }) => account)];
    expect(new Set(accounts).size).toBe(5);
  });

  test("are production in one account only", () => {
    expect(estate.environments.filter(({ production }) => production).map(({ name }) => name)).toEqual([
      "prod",
    ]);
  });

  test.each(names)("%s exports itself under its own name", (name) => {
    expect(textOf(name)).toContain(`export const ${name} = defineEnvironment({\n  name: "${name}",`);
  });

  test.each(names)("%s holds literals only", (name) => {
    const code = textOf(name).replaceAll(/"[^"]*"|\/\*\*.*?\*\//gs, "");
    const words = code.match(/\b(if|for|while|function|process|new|await|require)\b|=>|`|\?|\.\.\./g) ?? [];
    expect(words).toEqual([]);
  });

  test("dev fits into 30 lines", () => {
    expect(textOf("dev").trim().split("\n").length).toBeLessThanOrEqual(30);
  });
});

describe("production", () => {
  const prod = estate.environments.find(({ name }) => name === "prod");

  test("spans three zones with a way out each", () => {
    expect(prod?.network).toMatchObject({ zones: ["a", "b", "c"], nat: "per-zone" });
  });

  test("leaves the VPC for one partner only", () => {
    const outbound = Object.values(prod?.services ?? {}).flatMap((service) => service.outbound);
    expect(outbound).toEqual([{ to: "198.51.100.0/24", port: 443, reason: "Payment provider" }]);
  });

  test("scales every service on CPU", () => {
    const targets = Object.values(prod?.services ?? {}).map(({ scaling }) => scaling.cpuPercent);
    expect(targets).toEqual([60, 60]);
  });
});

describe("environments differ as real ones do", () => {
  test.each([
    ["NAT", ["none", "single", "single", "per-zone"]],
    ["zones", ["2", "2", "3", "3"]],
    ["class", ["db.t4g.micro", "db.t4g.small", "db.t4g.medium", "db.m7g.large"]],
    ["standby", ["false", "false", "true", "true"]],
    ["most tasks", ["1", "2", "4", "12"]],
  ])("in %s", (aspect, values) => {
    const seen = estate.environments.map(({ network, databases, services }) => {
      const aspects: Readonly<Record<string, unknown>> = {
        NAT: network.nat,
        zones: network.zones.length,
        class: databases["app"]?.instanceClass,
        standby: databases["app"]?.multiAz,
        "most tasks": services["backend"]?.scaling.maxTasks,
      };
      return String(aspects[aspect]);
    });
    expect(seen).toEqual(values);
  });

  test("in no service: each has the same two", () => {
    const services = estate.environments.map((environment) => Object.keys(environment.services).join());
    expect(new Set(services)).toEqual(new Set(["frontend,backend"]));
  });

  test("and none may reach the whole internet", () => {
    const outbound = estate.environments.flatMap(({ services }) =>
      Object.values(services).flatMap((service) => service.outbound.map(({ to }) => to)),
    );
    expect(outbound).not.toContain("internet");
  });
});
