import { deregistrationWaits, requestsEndInTime, stopWaits } from "../../../config/checks/graceful-stop";
import { placesOf, saysOf } from "../support/check-cases";
import { define, devInput } from "../support/inputs";

describe("requestsEndInTime", () => {
  test("accepts a request as long as the idle timeout", () => {
    expect(placesOf(requestsEndInTime, devInput({ "services.web.longestRequestSeconds": 60 }))).toEqual([]);
  });

  test("refuses a request that the load balancer cuts", () => {
    expect(placesOf(requestsEndInTime, devInput({ "services.web.longestRequestSeconds": 61 }))).toEqual([
      "services.web.longestRequestSeconds",
    ]);
  });
});

describe("deregistrationWaits", () => {
  const withDelay = (deregistrationDelaySeconds: number) =>
    devInput({
      "services.web.longestRequestSeconds": 20,
      "services.web.deregistrationDelaySeconds": deregistrationDelaySeconds,
    });

  test("accepts a delay as long as the longest request", () => {
    expect(placesOf(deregistrationWaits, withDelay(20))).toEqual([]);
  });

  test("refuses a delay that cuts running requests", () => {
    expect(placesOf(deregistrationWaits, withDelay(19))).toEqual(["services.web.deregistrationDelaySeconds"]);
  });

  test("takes the idle timeout for the longest request where none is given", () => {
    const input = devInput({ "services.web.deregistrationDelaySeconds": 59 });
    expect(placesOf(deregistrationWaits, input)).toEqual(["services.web.deregistrationDelaySeconds"]);
  });
});

describe("stopWaits", () => {
  test("accepts a stop timeout as long as the delay", () => {
    expect(placesOf(stopWaits, devInput({ "services.web.stopTimeoutSeconds": 60 }))).toEqual([]);
  });

  test("refuses a stop timeout that kills tasks with requests running", () => {
    expect(saysOf(stopWaits, devInput({ "services.web.stopTimeoutSeconds": 59 }))).toEqual([
      "services.web.deregistrationDelaySeconds must be at most stopTimeoutSeconds (59), or tasks are killed with requests running, got 60. Set stopTimeoutSeconds to 60, or lower the delay.",
    ]);
  });

  test("refuses a delay that no stop timeout reaches", () => {
    const input = devInput({ "loadBalancers.idleTimeoutSeconds": 300 });
    expect(saysOf(stopWaits, input)[0]).toMatch("Fargate waits 120 seconds at most.");
  });

  test("proposes the largest stop timeout where that is enough", () => {
    const input = devInput({
      "services.web.deregistrationDelaySeconds": 120,
      "services.web.stopTimeoutSeconds": 119,
    });
    expect(saysOf(stopWaits, input)[0]).toMatch("Set stopTimeoutSeconds to 120");
  });

  test("accepts a long idle timeout where requests are short", () => {
    const input = devInput({
      "loadBalancers.idleTimeoutSeconds": 300,
      "services.web.longestRequestSeconds": 30,
      "services.api.longestRequestSeconds": 30,
    });
    expect(placesOf(stopWaits, input)).toEqual([]);
  });

  test("says nothing about a worker, which has no requests", () => {
    expect(placesOf(stopWaits, devInput({ "services.mailer.stopTimeoutSeconds": 2 }))).toEqual([]);
  });
});

describe("stop timeout", () => {
  test.each([
    [10, 30],
    [60, 60],
  ])("follows the longest request of %i seconds: %i", (longest, stop) => {
    const { services } = define(devInput({ "services.web.longestRequestSeconds": longest }));
    expect(services["web"]).toMatchObject({ deregistrationDelaySeconds: longest, stopTimeoutSeconds: stop });
  });
});
