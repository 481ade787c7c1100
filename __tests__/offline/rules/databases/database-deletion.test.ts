import { databaseDeletion } from "../../../../offline/rules/databases/database-deletion";
import { type Values } from "../../../../offline/values/value";
import { aCloud, aDelete, codes } from "../../../support/a-cloud";

const snapshot = {
  type: "aws_db_snapshot",
  values: { db_snapshot_identifier: "app-final" },
  keptBecause: "final snapshot",
};

function database(values: Values) {
  return {
    type: "aws_db_instance",
    values: { deletion_protection: false, skip_final_snapshot: false, ...values },
  };
}

describe("A database", () => {
  test.each<[string, Values]>([
    ["without protection", { final_snapshot_identifier: "shop-final" }],
    ["without snapshot", { skip_final_snapshot: true }],
  ])("is deleted %s", (_, values) => {
    expect(codes(databaseDeletion, aDelete(aCloud([database(values), snapshot]), "aws_db_instance"))).toEqual(
      [],
    );
  });

  test.each<[string, Values, string]>([
    ["protected", { deletion_protection: true }, "InvalidParameterCombination"],
    ["to leave a snapshot without name", {}, "InvalidParameterCombination"],
    [
      "to leave a snapshot that exists",
      { final_snapshot_identifier: "app-final" },
      "DBSnapshotAlreadyExists",
    ],
  ])("is not deleted when it is %s", (_, values, code) => {
    expect(codes(databaseDeletion, aDelete(aCloud([database(values), snapshot]), "aws_db_instance"))).toEqual(
      [code],
    );
  });
});
