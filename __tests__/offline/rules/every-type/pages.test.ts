import { nameForms } from "../../../../offline/rules/every-type/name-forms";
import { pageOf } from "../../../../offline/rules/every-type/pages";
import { uniqueNames } from "../../../../offline/rules/every-type/unique-names";

describe("pageOf", () => {
  test.each([...new Set([...nameForms, ...uniqueNames].map(({ type }) => type))])(
    "knows AWS's page for %s",
    (type) => {
      expect(pageOf(type)).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
    },
  );

  test("knows none for a service without a table", () => {
    expect(pageOf("aws_vpc")).toBeUndefined();
  });
});
