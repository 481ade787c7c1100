import { connectionLimit } from "../../../config/checks/connection-limit";
import { placesOf, saysOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

/** maxConnections 105 leaves 100 besides those reserved. */
function withTasks(maxTasks: number, connectionsPerTask = 10) {
  return devInput({
    "databases.main.maxConnections": 105,
    "services.api.scaling": { minTasks: 1, maxTasks },
    "services.api.connectionsPerTask": connectionsPerTask,
  });
}

describe("connectionLimit", () => {
  test("accepts pools that fit twice", () => {
    expect(placesOf(connectionLimit, withTasks(5))).toEqual([]);
  });

  test("refuses one task more", () => {
    expect(saysOf(connectionLimit, withTasks(6))).toEqual([
      "databases.main.instanceClass must allow 120 connections, maxTasks × 200 % × connectionsPerTask (api 120), got db.t4g.micro with 100 free. Choose a larger class, or lower maxTasks or connectionsPerTask of these services.",
    ]);
  });

  test("refuses larger pools", () => {
    expect(placesOf(connectionLimit, withTasks(5, 11))).toEqual(["databases.main.instanceClass"]);
  });

  test("adds the services that use the database", () => {
    const input = { ...withTasks(5) };
    const services = { ...input.services, mailer: { kind: "worker", databases: ["main"] } };
    expect(placesOf(connectionLimit, { ...input, services })).toEqual(["databases.main.instanceClass"]);
  });

  test("computes the limit from the instance class where none is given", () => {
    const small = devInput({ "services.api.scaling": { minTasks: 1, maxTasks: 10 } });
    expect(placesOf(connectionLimit, small)).toEqual(["databases.main.instanceClass"]);
    const large = { ...small, databases: { main: { engine: "postgres", instanceClass: "db.m7g.large" } } };
    expect(placesOf(connectionLimit, large)).toEqual([]);
  });

  test("says nothing about a class that is not known", () => {
    const input = devInput({ "databases.main.instanceClass": "db.x9.huge" });
    expect(placesOf(connectionLimit, input)).toEqual([]);
  });
});
