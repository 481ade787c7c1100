import { keepAlive } from "../../../config/checks/keep-alive";
import { placesOf, saysOf } from "../support/check-cases";
import { define, devInput } from "../support/inputs";

describe("keepAlive", () => {
  test("accepts a server that closes later than the load balancers", () => {
    expect(placesOf(keepAlive, devInput({ "services.web.keepAliveSeconds": 61 }))).toEqual([]);
  });

  test("refuses a server that closes at the same time", () => {
    const input = devInput({ "services.web.keepAliveSeconds": 60 });
    expect(saysOf(keepAlive, input)).toEqual([
      "services.web.keepAliveSeconds must be longer than the idle timeout of the load balancers (60), got 60. Configure the server with 65 and write that here.",
    ]);
  });

  test("asks for five seconds more than the idle timeout by default", () => {
    const input = devInput({
      "loadBalancers.idleTimeoutSeconds": 30,
    });
    expect(define(input).services["api"]).toMatchObject({ keepAliveSeconds: 35 });
  });
});
