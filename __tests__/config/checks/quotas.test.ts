import { loadBalancerQuotas, securityGroupQuotas } from "../../../config/checks/quotas";
import { placesOf, saysOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

function many<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function services(count: number, settings: object) {
  return Object.fromEntries(many(count, (index) => [`s${index}`, settings]));
}

describe("loadBalancerQuotas", () => {
  test.each([
    [50, []],
    [51, ["services"]],
  ])("finds %i backends: %j", (count, places) => {
    const input = devInput({ services: services(count, { kind: "backend" }) });
    expect(placesOf(loadBalancerQuotas, input)).toEqual(places);
  });

  test.each([
    [100, []],
    [101, ["services"]],
  ])("finds %i routes: %j", (count, places) => {
    const routes = many(count, (index) => ({ path: `/${index}` }));
    expect(placesOf(loadBalancerQuotas, devInput({ "services.web.routes": routes }))).toEqual(places);
  });
});

describe("loadBalancerQuotas of deployments that shift traffic", () => {
  const shifting = { strategy: "blue-green" };
  const tested = { ...shifting, testHeader: { name: "x-release", value: "7f3c9a" } };

  function frontends(count: number, deployment: object) {
    const route = (index: number) => ({ routes: [{ path: `/${index}` }] });
    return Object.fromEntries(
      many(count, (index) => [`s${index}`, { kind: "frontend", deployment, ...route(index) }]),
    );
  }

  test.each([
    [50, shifting, []],
    [51, shifting, ["services"]],
    [51, { strategy: "rolling" }, []],
  ])("counts two target groups for each of %i frontends with %j: %j", (count, deployment, places) => {
    expect(placesOf(loadBalancerQuotas, devInput({ services: frontends(count, deployment) }))).toEqual(
      places,
    );
  });

  test("counts the rule of each test header", () => {
    const says = saysOf(loadBalancerQuotas, devInput({ services: frontends(51, tested) }));
    expect(says[0]).toMatch(/at most 100 routes and test headers of frontends.*got 102/);
  });

  test.each([
    [500, []],
    [501, ["services"]],
  ])("counts %i tasks twice: %j", (maxTasks, places) => {
    const input = devInput({ "services.api.scaling": { minTasks: 1, maxTasks } });
    expect(placesOf(loadBalancerQuotas, input)).toEqual(places);
  });
});

describe("securityGroupQuotas", () => {
  test.each([
    [60, []],
    [61, ["services"]],
  ])("finds %i calls: %j", (count, places) => {
    const callers = services(count, { kind: "worker", calls: ["api"] });
    const input = devInput({ services: { ...callers, api: { kind: "backend" } } });
    expect(placesOf(securityGroupQuotas, input)).toEqual(places);
  });

  test.each([
    [60, []],
    [61, ["databases.main"]],
  ])("finds %i users of a database: %j", (count, places) => {
    const input = devInput({ services: services(count, { kind: "worker", databases: ["main"] }) });
    expect(placesOf(securityGroupQuotas, input)).toEqual(places);
  });

  test.each([
    [58, []],
    [59, ["services.mailer"]],
  ])("finds %i ways out of a service: %j", (count, places) => {
    const outbound = many(count, (index) => ({ to: "internet", port: 1000 + index, reason: "Partner" }));
    expect(placesOf(securityGroupQuotas, devInput({ "services.mailer.outbound": outbound }))).toEqual(places);
  });
});
