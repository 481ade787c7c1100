import { listenerPorts } from "../../../config/checks/listener-ports";
import { placesOf, saysOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

describe("listenerPorts", () => {
  test("accepts a port of its own for each backend", () => {
    const input = devInput({ "services.orders": { kind: "backend", listenerPort: 8081 } });
    expect(placesOf(listenerPorts, input)).toEqual([]);
  });

  test("accepts a frontend on the port of a backend", () => {
    expect(placesOf(listenerPorts, devInput({ "services.web.port": 8080 }))).toEqual([]);
  });

  test("refuses a second backend on one port and proposes a free one", () => {
    expect(saysOf(listenerPorts, devInput({ "services.orders": { kind: "backend" } }))).toEqual([
      'services.orders.listenerPort must differ from that of "api", because each backend has a port of its own, got 8080. Add listenerPort: 8081 to the one of the two that does not run yet, because callers of a running one would lose it; its own port may stay.',
    ]);
  });

  test("proposes another port to each backend", () => {
    const input = devInput({
      "services.orders": { kind: "backend" },
      "services.stock": { kind: "backend" },
      "services.taken": { kind: "backend", listenerPort: 8081 },
    });
    const proposed = saysOf(listenerPorts, input).map((line) => /listenerPort: (\d+)/.exec(line)?.[1]);
    expect(proposed).toEqual(["8082", "8083"]);
  });

  test("proposes a port there is above the largest", () => {
    const last = { kind: "backend", listenerPort: 65535 };
    const input = devInput({ "services.orders": last, "services.stock": last });
    expect(saysOf(listenerPorts, input)[0]).toMatch("listenerPort: 1024 ");
  });
});
