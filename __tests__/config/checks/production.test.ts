import type { EnvironmentCheck } from "../../../config/checks/environment-check";
import { productionAlarms } from "../../../config/checks/production-alarms";
import { productionDatabases } from "../../../config/checks/production-databases";
import { productionHttps } from "../../../config/checks/production-https";
import { productionLoadBalancers } from "../../../config/checks/production-load-balancers";
import { productionLogs } from "../../../config/checks/production-logs";
import { productionTasks } from "../../../config/checks/production-tasks";
import { placesOf } from "../support/check-cases";
import { define, devInput, prodInput } from "../support/inputs";

const rules: readonly (readonly [string, unknown, EnvironmentCheck])[] = [
  ["domain", undefined, productionHttps],
  ["loadBalancers.deletionProtection", false, productionLoadBalancers],
  ["loadBalancers.accessLogs", false, productionLoadBalancers],
  ["databases.main.multiAz", false, productionDatabases],
  ["databases.main.deletionProtection", false, productionDatabases],
  ["databases.main.performanceInsights", false, productionDatabases],
  ["databases.main.enhancedMonitoring", false, productionDatabases],
  ["databases.main.backupDays", 6, productionDatabases],
  ["databases.main.logRetentionDays", 180, productionLogs],
  ["services.mailer.scaling.minTasks", 1, productionTasks],
  ["services.api.logRetentionDays", 180, productionLogs],
  ["network.logRetentionDays", 180, productionLogs],
  ["network.encryptLogs", false, productionLogs],
  ["services.api.deployment.alarms.errorPercent", "none", productionAlarms],
  ["services.web.deployment.alarms.errorPercent", "none", productionAlarms],
];

describe("production", () => {
  test.each(rules)("refuses %s: %p", (path, value, check) => {
    expect(placesOf(check, prodInput({ [path]: value }))).toEqual([path]);
  });

  test.each(rules)("needs nothing to be said about %s", (path, _, check) => {
    expect(placesOf(check, prodInput(path === "domain" ? {} : { [path]: undefined }))).toEqual([]);
  });

  test.each(rules)("is not asked elsewhere about %s: %p", (path, value, check) => {
    expect(placesOf(check, devInput({ [path]: value }))).toEqual([]);
  });

  test.each([
    ["databases.main.backupDays", 7, productionDatabases],
    ["services.mailer.scaling.minTasks", 2, productionTasks],
    ["services.api.logRetentionDays", 365, productionLogs],
  ] as const)("accepts %s: %p, the least", (path, value, check) => {
    expect(placesOf(check, prodInput({ [path]: value }))).toEqual([]);
  });

  test("accepts alarms of the team instead of the service's own", () => {
    const alarms = { errorPercent: "none", names: ["prod-latency"] };
    const input = prodInput({ "services.api.deployment": { strategy: "rolling", alarms } });
    expect(placesOf(productionAlarms, input)).toEqual([]);
  });

  test("accepts a worker without alarms, which answers nobody", () => {
    expect(define(prodInput()).services["mailer"]?.deployment.alarms.errorPercent).toBeUndefined();
    expect(placesOf(productionAlarms, prodInput())).toEqual([]);
  });

  test("accepts a class without Performance Insights", () => {
    const database = { engine: "mysql", instanceClass: "db.t4g.small" };
    expect(placesOf(productionDatabases, prodInput({ "databases.main": database }))).toEqual([]);
  });

  test("has stronger defaults than other environments", () => {
    const { network, databases, services } = define(prodInput());
    expect({
      flowLogs: network.flowLogs,
      multiAz: databases["main"]?.multiAz,
      backupDays: databases["main"]?.backupDays,
      minTasks: services["mailer"]?.scaling.minTasks,
      logRetentionDays: services["mailer"]?.logRetentionDays,
    }).toEqual({ flowLogs: "ALL", multiAz: true, backupDays: 14, minTasks: 2, logRetentionDays: 365 });
  });
});
