import { keyAliasDuplicate } from "../../../../offline/rules/storage-and-keys/key-alias-duplicate";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([{ type: "aws_kms_alias", values: { name: "alias/dev-logs" } }]);

function check(name: Value) {
  return codes(keyAliasDuplicate, aChange("aws_kms_alias", { name }, { cloud }));
}

describe("key-alias-duplicate", () => {
  test("lets a new alias pass", () => {
    expect(check("alias/dev-data")).toEqual([]);
  });

  test("refuses an alias that exists", () => {
    expect(check("alias/dev-logs")).toEqual(["AlreadyExistsException"]);
  });

  test("skips a name that is not known", () => {
    expect(check(unknown)).toEqual([]);
  });
});
