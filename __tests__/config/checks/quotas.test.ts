import { loadBalancerQuotas, securityGroupQuotas } from "../../../config/checks/quotas";
import { placesOf } from "../support/check-cases";
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
