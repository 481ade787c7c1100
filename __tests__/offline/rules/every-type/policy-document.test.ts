import { policyDocument } from "../../../../offline/rules/every-type/policy-document";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

const allow = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const trust = {
  Effect: "Allow",
  Action: "sts:AssumeRole",
  Principal: { Service: "ecs-tasks.amazonaws.com" },
};
const document = (statement: Value) => JSON.stringify({ Version: "2012-10-17", Statement: statement });

describe("A policy", () => {
  test.each<[string, string, Value]>([
    ["aws_iam_role", "assume_role_policy", document([trust])],
    ["aws_iam_role_policy", "policy", document(allow)],
    ["aws_iam_policy", "policy", unknown],
    ["aws_iam_policy", "policy", `${document([allow])}${" ".repeat(7000)}`],
  ])("of %s is accepted", (type, attribute, policy) => {
    expect(codes(policyDocument, aChange(type, { [attribute]: policy }))).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    ["aws_iam_role", "assume_role_policy", "{", "MalformedPolicyDocument"],
    ["aws_iam_role", "assume_role_policy", document([]), "MalformedPolicyDocument"],
    ["aws_iam_role", "assume_role_policy", document([allow]), "MalformedPolicyDocument"],
    ["aws_iam_role_policy", "policy", document([trust]), "MalformedPolicyDocument"],
    ["aws_iam_role", "assume_role_policy", document([{ ...trust, Sid: "s".repeat(2048) }]), "LimitExceeded"],
    ["aws_iam_policy", "policy", document([{ ...allow, Sid: "s".repeat(6144) }]), "LimitExceeded"],
    ["aws_ecr_repository_policy", "policy", "nothing", "InvalidParameterException"],
  ])("of %s is refused: %s %s", (type, attribute, policy, code) => {
    expect(codes(policyDocument, aChange(type, { [attribute]: policy }))).toEqual([code]);
  });
});
