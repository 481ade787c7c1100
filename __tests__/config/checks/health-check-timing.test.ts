import {
  healthCheckAccepts200,
  healthCheckGrace,
  healthCheckTimeout,
} from "../../../config/checks/health-check-timing";
import { placesOf, saysOf } from "../support/check-cases";
import { define, devInput } from "../support/inputs";

function withHealthCheck(healthCheck: object) {
  return devInput({ "services.api.healthCheck": healthCheck });
}

describe("healthCheckTimeout", () => {
  test("accepts a timeout below the interval", () => {
    const input = withHealthCheck({ timeoutSeconds: 9, intervalSeconds: 10 });
    expect(placesOf(healthCheckTimeout, input)).toEqual([]);
  });

  test("refuses a timeout as long as the interval", () => {
    const input = withHealthCheck({ timeoutSeconds: 10, intervalSeconds: 10 });
    expect(placesOf(healthCheckTimeout, input)).toEqual(["services.api.healthCheck.timeoutSeconds"]);
  });
});

describe("healthCheckGrace", () => {
  test("accepts start period plus interval times threshold", () => {
    const input = withHealthCheck({ graceSeconds: 75, intervalSeconds: 10, healthyThreshold: 3 });
    expect(placesOf(healthCheckGrace, input)).toEqual([]);
  });

  test("refuses a second less", () => {
    const input = withHealthCheck({ graceSeconds: 74, intervalSeconds: 10, healthyThreshold: 3 });
    expect(saysOf(healthCheckGrace, input)).toEqual([
      "services.api.healthCheck.graceSeconds must be at least startPeriod + interval × healthyThreshold (45 + 10 × 3), got 74. Use 75 or more, or leave it out.",
    ]);
  });

  test("is long enough by default", () => {
    const { services } = define(withHealthCheck({ intervalSeconds: 30, healthyThreshold: 5 }));
    expect(services["api"]).toMatchObject({ healthCheck: { graceSeconds: 195 } });
  });

  test("says nothing while the containers are not known", () => {
    const input = devInput({
      "services.api.healthCheck": { graceSeconds: 1 },
      "services.api.containers": "dev/absent.json",
    });
    expect(placesOf(healthCheckGrace, input)).toEqual([]);
  });
});

describe("healthCheckAccepts200", () => {
  test.each(["200", "200-299", "204,200", "200-399"])("accepts %s", (successCodes) => {
    expect(placesOf(healthCheckAccepts200, withHealthCheck({ successCodes }))).toEqual([]);
  });

  test.each(["204", "201-299", "301,302"])(
    "refuses %s, which the seed image does not answer",
    (successCodes) => {
      expect(placesOf(healthCheckAccepts200, withHealthCheck({ successCodes }))).toEqual([
        "services.api.healthCheck.successCodes",
      ]);
    },
  );
});
