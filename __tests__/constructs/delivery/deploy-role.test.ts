import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { DeployRole, type DeployRoleProps } from "../../../constructs/delivery/deploy-role";
import { deployStatements } from "../../../contract/deploy-permissions";
import { synthesize } from "../../../testing/synthesize";
import { aDeliveryTarget } from "../../support/a-delivery-target";
import { getsIn } from "../../support/iam/token-gets-in";

function aRole(props: Partial<DeployRoleProps> = {}) {
  return synthesize((stack) => {
    new DeployRole(stack, "Role", { target: aDeliveryTarget(), ...props });
  });
}

describe("DeployRole", () => {
  test("has the name that deploys and repositories know", () => {
    expect(aRole().only(IamRole)).toMatchObject({ name: "dev-orders-deploy" });
  });

  test("may do what the contract says, statement by statement", () => {
    const { statement } = aRole().dataSources(DataAwsIamPolicyDocument)["role_policy_document"] ?? {};
    expect(statement).toEqual(
      deployStatements(aDeliveryTarget()).map(({ conditions, ...rest }) =>
        conditions.length === 0 ? rest : { ...rest, condition: conditions },
      ),
    );
  });

  test("lasts an hour for a rolling deployment", () => {
    expect(aRole().only(IamRole)).toMatchObject({ max_session_duration: 3600 });
  });
});

describe("A deploy role without deployers", () => {
  const synthesis = aRole();

  test("lets in who its own account allows", () => {
    expect(getsIn(synthesis, "role_trust", { roleArn: "arn:aws:iam::111111111111:role/operator" })).toBe(
      true,
    );
  });

  test("lets nobody in from other accounts", () => {
    expect(getsIn(synthesis, "role_trust", { roleArn: "arn:aws:iam::222222222222:role/operator" })).toBe(
      false,
    );
  });

  test("lets no token in", () => {
    const token = {
      issuer: "https://gitlab.com",
      aud: "https://gitlab.com",
      sub: "project_path:shop/orders:ref_type:branch:ref:main",
    };
    expect(getsIn(synthesis, "role_trust", token)).toBe(false);
  });
});

describe("The deployers of a role", () => {
  const gitlab = { from: "gitlab", host: "gitlab.com", project: "shop/orders" } as const;

  test.each([
    ["a wildcard in a branch", { ...gitlab, ref: { branch: "release/*" } }],
    ["a wildcard in a project", { ...gitlab, project: "shop/*", ref: { branch: "main" } }],
    ["a question mark in a tag", { ...gitlab, ref: { tag: "v?" } }],
    ["a variable of IAM", { ...gitlab, ref: { branch: "${aws:username}" } }],
    ["a wildcard in a role", { from: "aws", roleArn: "arn:aws:iam::999999999999:role/*" } as const],
  ])("are refused with %s", (_, deployer) => {
    expect(() => aRole({ deployers: [deployer] })).toThrow("must name exactly who deploys");
  });

  test("are refused with place, rule, value and advice", () => {
    const deployers = [{ ...gitlab, ref: { branch: "release/*" } }];
    expect(() => aRole({ deployers })).toThrowErrorMatchingInlineSnapshot(`
     "test-stack/Role: 1 problem
       deployers[0].ref.branch  must name exactly who deploys, without spaces, *, ? or \${, got "release/*". Write the name in full, once per branch; a * may stand in a tag only."
    `);
  });

  test("may be tags by pattern", () => {
    expect(() => aRole({ deployers: [{ ...gitlab, ref: { tag: "v*" } }] })).not.toThrow();
  });
});
