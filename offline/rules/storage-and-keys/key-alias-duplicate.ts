import { text } from "../../values/reading";
import { others } from "../reading/others";
import { type Rule } from "../rule";

/** An alias is there once in an account and region. */
export const keyAliasDuplicate: Rule = {
  id: "key-alias-duplicate",
  types: ["aws_kms_alias"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html",
  check(change) {
    const name = text(change.values, "name");
    const isTaken = others(change, "aws_kms_alias").some(({ values }) => text(values, "name") === name);
    if (name === undefined || !isTaken) return [];
    const { partition, region, account } = change;
    return [
      {
        code: "AlreadyExistsException",
        message: `An alias with the name arn:${partition}:kms:${region}:${account}:${name} already exists`,
        advice: "Choose another alias, or import the one that exists.",
        path: ["name"],
      },
    ];
  },
};
