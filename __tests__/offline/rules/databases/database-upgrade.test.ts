import { databaseUpgrade } from "../../../../offline/rules/databases/database-upgrade";
import { unknown, type Value, type Values } from "../../../../offline/values/value";
import { aChange, refusals } from "../../../support/a-cloud";

function update(engine: string, running: Value, wanted: Value, more: Values = {}) {
  const values: Values = { engine, engine_version: running };
  const existing = { key: "d", type: "aws_db_instance", region: "eu-west-1", values };
  return aChange(
    "aws_db_instance",
    { engine, engine_version: wanted, ...more },
    { action: "update", existing },
  );
}

const messages = (change: ReturnType<typeof update>) =>
  refusals(databaseUpgrade, change).map(({ message }) => message);

describe("A change of a database's version", () => {
  test.each([
    ["postgres", "17", "16"],
    ["postgres", "17.6", "17.5"],
    ["mysql", "8.4", "8.0"],
  ])("of %s from %s back to %s is refused", (engine, running, wanted) => {
    expect(messages(update(engine, running, wanted))).toEqual([
      `Cannot upgrade ${engine} from ${running} to ${wanted}`,
    ]);
  });

  test.each([
    ["postgres", "17", "18"],
    ["mysql", "8.0", "8.4"],
  ])("of %s from %s to %s is refused unless major upgrades are allowed", (engine, running, wanted) => {
    expect(messages(update(engine, running, wanted))[0]).toMatch(/AllowMajorVersionUpgrade/);
    expect(messages(update(engine, running, wanted, { allow_major_version_upgrade: true }))).toEqual([]);
  });

  test.each<[string, Value, Value]>([
    ["postgres", "17.5", "17.6"],
    ["postgres", "17.6", "17"],
    ["mysql", "8.4.5", "8.4.6"],
    ["postgres", "17", unknown],
    ["postgres", null, "17"],
  ])("of %s from %s to %p is accepted", (engine, running, wanted) => {
    expect(messages(update(engine, running, wanted))).toEqual([]);
  });
});
