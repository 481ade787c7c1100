import { notEmpty } from "../../../config/checks/not-empty";
import { placesOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

describe("notEmpty", () => {
  test("accepts one service", () => {
    expect(placesOf(notEmpty, devInput({ services: { mailer: { kind: "worker" } } }))).toEqual([]);
  });

  test("refuses no service", () => {
    expect(placesOf(notEmpty, devInput({ services: {} }))).toEqual(["services"]);
  });

  test("says nothing while the services are not known", () => {
    expect(placesOf(notEmpty, devInput({ services: [] }))).toEqual([]);
  });
});
