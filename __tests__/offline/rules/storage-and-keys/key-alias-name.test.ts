import { keyAliasName } from "../../../../offline/rules/storage-and-keys/key-alias-name";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(name: Value) {
  return codes(keyAliasName, aChange("aws_kms_alias", { name }));
}

describe("key-alias-name", () => {
  test("lets an alias pass", () => {
    expect(check("alias/dev/logs_1")).toEqual([]);
  });

  test("lets a prefix end where the made-up part begins", () => {
    expect(codes(keyAliasName, aChange("aws_kms_alias", { name_prefix: "alias/" }))).toEqual([]);
  });

  test.each(["dev-logs", "alias/", "alias/dev.logs"])("refuses %s", (name) => {
    expect(check(name)).toEqual(["ValidationException"]);
  });

  test("refuses an alias of AWS", () => {
    expect(check("alias/aws/logs")).toEqual(["NotAuthorizedException"]);
  });

  test("skips a name that is not known", () => {
    expect(check(unknown)).toEqual([]);
  });
});
