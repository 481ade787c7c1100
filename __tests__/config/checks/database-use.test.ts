import { databasesAreUsed, databasesExist } from "../../../config/checks/database-use";
import { placesOf, saysOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

describe("databasesExist", () => {
  test("accepts a database of the environment", () => {
    expect(placesOf(databasesExist, devInput())).toEqual([]);
  });

  test("refuses an unknown database", () => {
    expect(saysOf(databasesExist, devInput({ "services.mailer.databases": ["mian"] }))).toEqual([
      'services.mailer.databases[0] must be a database of this environment, got "mian". Did you mean "main"?',
    ]);
  });

  test("finds no database in a word that JavaScript knows", () => {
    const input = devInput({ "services.mailer.databases": ["constructor"] });
    expect(placesOf(databasesExist, input)).toEqual(["services.mailer.databases[0]"]);
  });

  test("accepts a database whose settings were refused", () => {
    expect(placesOf(databasesExist, devInput({ "databases.main": "postgres" }))).toEqual([]);
  });

  test("says nothing while the databases are not known", () => {
    expect(placesOf(databasesExist, devInput({ databases: [] }))).toEqual([]);
  });
});

describe("databasesAreUsed", () => {
  test("accepts a database that one service uses", () => {
    expect(placesOf(databasesAreUsed, devInput())).toEqual([]);
  });

  test("refuses a database that no service uses", () => {
    const input = devInput({ "databases.old": { engine: "mysql" } });
    expect(placesOf(databasesAreUsed, input)).toEqual(["databases.old"]);
  });

  test("says nothing while the databases of a service are not known", () => {
    const input = devInput({ "databases.old": { engine: "mysql" }, "services.mailer.databases": "old" });
    expect(placesOf(databasesAreUsed, input)).toEqual([]);
  });
});
