import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { OidcProviders } from "../../../constructs/delivery/oidc-providers";
import { PushRole } from "../../../constructs/delivery/push-role";
import type { Deployer } from "../../../contract/deployer";
import { synthesize } from "../../../testing/synthesize";
import { getsIn } from "../../support/iam/token-gets-in";

const deployers: readonly Deployer[] = ["develop", "main"].map((branch) => ({
  from: "gitlab",
  host: "gitlab.com",
  project: "shop/orders",
  ref: { branch },
}));

function aRole() {
  return synthesize((stack) => {
    const { providers } = new OidcProviders(stack, "Oidc", { deployers });
    new PushRole(stack, "Push", {
      service: "orders",
      account: "999999999999",
      repositoryArn: "arn:repository",
      deployers,
      oidcProviders: providers,
    });
  });
}

describe("PushRole", () => {
  test("has the name that pipelines know", () => {
    expect(aRole().only(IamRole)).toMatchObject({ name: "orders-push" });
  });

  test("reaches one repository, but for the login", () => {
    const { statement } = aRole().dataSources(DataAwsIamPolicyDocument)["push_policy_document"] ?? {};
    expect(statement).toMatchObject([
      { actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
      { resources: ["arn:repository"] },
    ]);
  });

  test("deletes no image", () => {
    const policy = JSON.stringify(aRole().dataSources(DataAwsIamPolicyDocument)["push_policy_document"]);
    expect(policy).not.toMatch(/Delete|PutLifecycle|Tagging|SetRepository/);
  });

  test.each(["develop", "main"])("lets the branch %s in", (branch) => {
    const sub = `project_path:shop/orders:ref_type:branch:ref:${branch}`;
    const token = { issuer: "https://gitlab.com", aud: "https://gitlab.com", sub };
    expect(getsIn(aRole(), "push_trust", token)).toBe(true);
  });

  test("waits for the providers that it trusts", () => {
    expect(aRole().only(IamRole)["depends_on"]).toEqual(["aws_iam_openid_connect_provider.oidc_gitlab_com"]);
  });
});

describe("OidcProviders", () => {
  test("are one per issuer, however many branches deploy", () => {
    expect(aRole().only(IamOpenidConnectProvider)).toMatchObject({
      url: "https://gitlab.com",
      client_id_list: ["https://gitlab.com"],
    });
  });

  test("are none for roles of AWS", () => {
    const synthesis = synthesize((stack) => {
      const roleArn = "arn:aws:iam::999999999999:role/pipeline";
      new OidcProviders(stack, "Oidc", { deployers: [{ from: "aws", roleArn }] });
    });
    expect(synthesis.count(IamOpenidConnectProvider)).toBe(0);
  });

  test("have readable names for long issuers", () => {
    const synthesis = synthesize((stack) => {
      const uuids = { workspaceUuid: "w", repositoryUuid: "r", environmentUuid: "e" };
      new OidcProviders(stack, "Oidc", { deployers: [{ from: "bitbucket", workspace: "acme", ...uuids }] });
    });
    expect(Object.keys(synthesis.resources(IamOpenidConnectProvider))).toEqual([
      "oidc_api_bitbucket_org_2_0_workspaces_acme_pipelines_config_identity_oidc",
    ]);
  });
});
