import { reservedNames } from "../../../config/checks/reserved-names";
import { placesOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

describe("reservedNames", () => {
  test("accepts names that nothing else has", () => {
    expect(placesOf(reservedNames, devInput())).toEqual([]);
  });

  test.each(["tooling", "internal", "sg", "internal-dev", "sg-1", "sthree", "sthree-x", "amzn-s3-demo-dev"])(
    "refuses an environment named %s",
    (name) => {
      expect(placesOf(reservedNames, devInput({ name }))).toEqual(["name"]);
    },
  );

  test.each(["sgx", "internals", "dev-sg"])("accepts an environment named %s", (name) => {
    expect(placesOf(reservedNames, devInput({ name }))).toEqual([]);
  });

  test.each(["seed", "public", "internal", "endpoints", "exec-sessions", "constructor", "main-database"])(
    "refuses a service named %s",
    (name) => {
      const input = devInput({ [`services.${name}`]: { kind: "worker" } });
      expect(placesOf(reservedNames, input)).toEqual([`services.${name}`]);
    },
  );

  test("accepts a service named like the group of no database", () => {
    const input = devInput({ "services.other-database": { kind: "worker" } });
    expect(placesOf(reservedNames, input)).toEqual([]);
  });

  test("refuses a database named constructor", () => {
    const databases = JSON.parse('{ "constructor": { "engine": "mysql" } }') as object;
    expect(placesOf(reservedNames, devInput({ databases }))).toEqual(["databases.constructor"]);
  });
});
