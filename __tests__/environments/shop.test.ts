import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shopEstate, shopFolder } from "../support/shop";

const { environments } = shopEstate();

describe("The environments that we ship", () => {
  test("are listed in the order of promotion", () => {
    expect(environments.map(({ name }) => name)).toEqual(["dev", "sit", "uat", "prod"]);
  });

  test("are production in one account only", () => {
    expect(environments.filter(({ production }) => production).map(({ name }) => name)).toEqual(["prod"]);
  });

  test("start with one that fits into 30 lines", () => {
    const text = readFileSync(join(shopFolder, "environments", "dev.ts"), "utf8");
    expect(text.trim().split("\n").length).toBeLessThanOrEqual(30);
  });
});

describe("production", () => {
  const prod = environments.find(({ name }) => name === "prod");

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
    const seen = environments.map(({ network, databases, services }) => {
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
    const services = environments.map((environment) => Object.keys(environment.services).join());
    expect(new Set(services)).toEqual(new Set(["frontend,backend"]));
  });

  test("and none may reach the whole internet", () => {
    const outbound = environments.flatMap(({ services }) =>
      Object.values(services).flatMap((service) => service.outbound.map(({ to }) => to)),
    );
    expect(outbound).not.toContain("internet");
  });
});
