import { keyDeletionWindow } from "../../../../offline/rules/storage-and-keys/key-deletion-window";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(deletion_window_in_days: Value) {
  return codes(keyDeletionWindow, aChange("aws_kms_key", { deletion_window_in_days }));
}

describe("key-deletion-window", () => {
  test.each([7, 30])("lets %d days pass", (days) => {
    expect(check(days)).toEqual([]);
  });

  test.each([6, 31])("refuses %d days", (days) => {
    expect(check(days)).toEqual(["ValidationException"]);
  });

  test.each<Value>([unknown, null])("skips days that are not known", (days) => {
    expect(check(days)).toEqual([]);
  });
});
