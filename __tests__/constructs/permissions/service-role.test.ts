import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { ServiceRole, type PolicyStatement } from "../../../constructs/permissions/service-role";
import { synthesize } from "../../../testing/synthesize";

const readQueue: PolicyStatement = {
  sid: "ReadQueue",
  actions: ["sqs:ReceiveMessage"],
  resources: ["arn:queue"],
};
const sendMail: PolicyStatement = {
  sid: "SendMail",
  actions: ["ses:SendEmail"],
  resources: ["arn:identity"],
};

function synthesizeRole(
  statements?: readonly PolicyStatement[],
  use: (role: ServiceRole) => void = () => undefined,
) {
  return synthesize((stack) => {
    use(
      new ServiceRole(stack, "Role", {
        name: "test-orders-task",
        description: "What orders may do",
        servicePrincipal: "ecs-tasks.amazonaws.com",
        account: "123456789012",
        statements,
      }),
    );
  });
}

describe("ServiceRole", () => {
  test("has name and description", () => {
    expect(synthesizeRole().only(IamRole)).toMatchObject({
      name: "test-orders-task",
      description: "What orders may do",
    });
  });

  test("is assumed by one service, for one account", () => {
    expect(synthesizeRole().dataSources(DataAwsIamPolicyDocument)).toMatchObject({
      role_trust: {
        statement: [
          {
            actions: ["sts:AssumeRole"],
            principals: [{ type: "Service", identifiers: ["ecs-tasks.amazonaws.com"] }],
            condition: [{ test: "StringEquals", variable: "aws:SourceAccount", values: ["123456789012"] }],
          },
        ],
      },
    });
  });

  test("may do nothing by default", () => {
    expect(synthesizeRole().count(IamRolePolicy)).toBe(0);
  });

  test("may do what it is given", () => {
    const synthesis = synthesizeRole([readQueue]);
    expect(synthesis.only(IamRolePolicy)).toMatchObject({
      role: "${aws_iam_role.role.name}",
      policy: "${data.aws_iam_policy_document.role_policy_document.json}",
    });
    expect(synthesis.dataSources(DataAwsIamPolicyDocument)).toMatchObject({
      role_policy_document: { statement: [readQueue] },
    });
  });

  test("takes statements later, in one policy", () => {
    const synthesis = synthesizeRole([readQueue], (role) => role.addStatement(sendMail));
    expect(synthesis.count(IamRolePolicy)).toBe(1);
    expect(synthesis.dataSources(DataAwsIamPolicyDocument)).toMatchObject({
      role_policy_document: { statement: [readQueue, sendMail] },
    });
  });

  test("offers its policy to those who wait for it", () => {
    const policies: number[] = [];
    synthesizeRole([], (role) => {
      policies.push(role.policies.length);
      role.addStatement(readQueue);
      role.addStatement(sendMail);
      policies.push(role.policies.length);
    });
    expect(policies).toEqual([0, 1]);
  });
});
