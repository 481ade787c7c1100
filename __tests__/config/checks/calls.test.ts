import { calls } from "../../../config/checks/calls";
import { placesOf, saysOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

describe("calls", () => {
  test("accepts a call to a backend", () => {
    expect(placesOf(calls, devInput({ "services.mailer.calls": ["api"] }))).toEqual([]);
  });

  test("accepts backends that call each other", () => {
    const other = { kind: "backend", listenerPort: 8081, calls: ["api"] };
    expect(placesOf(calls, devInput({ "services.other": other, "services.api.calls": ["other"] }))).toEqual(
      [],
    );
  });

  test("refuses a call to an unknown service and guesses the backend that was meant", () => {
    expect(saysOf(calls, devInput({ "services.web.calls": ["apo"] }))).toEqual([
      'services.web.calls[0] must be a service of this environment, got "apo". Did you mean "api"?',
    ]);
  });

  test("refuses a call to itself", () => {
    expect(saysOf(calls, devInput({ "services.api.calls": ["api"] }))).toEqual([
      'services.api.calls[0] must be another service, got "api". Remove it.',
    ]);
  });

  test("refuses a call to a frontend", () => {
    expect(saysOf(calls, devInput({ "services.api.calls": ["web"] }))).toEqual([
      'services.api.calls[0] must be a backend; a frontend is reached through the public load balancer, got "web". Remove it, or make web a backend.',
    ]);
  });

  test("refuses a call to a worker", () => {
    expect(placesOf(calls, devInput({ "services.web.calls": ["api", "mailer"] }))).toEqual([
      "services.web.calls[1]",
    ]);
  });

  test.each(["constructor", "__proto__", "toString"])("finds no service in the word %s", (word) => {
    expect(placesOf(calls, devInput({ "services.web.calls": [word] }))).toEqual(["services.web.calls[0]"]);
  });

  test("says nothing about a call to a service of unknown kind", () => {
    expect(placesOf(calls, devInput({ "services.api.kind": "bakend" }))).toEqual([]);
  });
});
