import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { Environment, Tooling } from "../../config/environment";
import type { Deployer } from "../../contract/deployer";
import { buildApp } from "../../stacks/build-app";
import { prepareStacks } from "../../stacks/prepare-stacks";
import { Synthesis } from "../../testing/synthesis";
import { aBackend, anEnvironment } from "../support/an-environment";
import { getsIn } from "../support/iam/token-gets-in";

const aws: Deployer = { from: "aws", roleArn: "arn:aws:iam::999999999999:role/pipeline" };

function gitlab(branch: string): Deployer {
  return { from: "gitlab", host: "gitlab.com", project: "shop/api", ref: { branch } };
}

function withApi(name: string, account: string, deployedBy: readonly Deployer[]): Environment {
  return anEnvironment({ name, account, databases: {}, services: { api: aBackend("api", { deployedBy }) } });
}

function stacksOf(environments: readonly Environment[], oidcProviders: Tooling["oidcProviders"] = "created") {
  const tooling: Tooling = {
    account: "999999999999",
    region: "eu-west-1",
    state: { kind: "local" },
    tags: {},
    repositories: [],
    oidcProviders,
  };
  return prepareStacks(buildApp({ tooling, environments }));
}

function stackOf(name: string, ...given: Parameters<typeof stacksOf>): Synthesis {
  const stack = stacksOf(...given).find(({ node }) => node.id === name);
  if (!stack) throw new Error(`no stack ${name}`);
  return new Synthesis(name, stack.toTerraform());
}

const dev = withApi("dev", "111111111111", [gitlab("develop")]);
const prod = withApi("prod", "444444444444", [gitlab("main")]);

describe("The role that pushes images of a service", () => {
  test.each([
    ["develop", true],
    ["main", true],
    ["feature", false],
  ])("trusts the deployers of all environments: branch %s %p", (branch, isIn) => {
    const sub = `project_path:shop/api:ref_type:branch:ref:${branch}`;
    const token = { issuer: "https://gitlab.com", aud: "https://gitlab.com", sub };
    expect(getsIn(stackOf("tooling-delivery", [dev, prod]), "api_push_role_trust", token)).toBe(isIn);
  });

  test("is not there where no pipeline is declared", () => {
    const delivery = stackOf("tooling-delivery", [withApi("dev", "111111111111", [])]);
    expect(delivery.count(IamRole)).toBe(0);
  });
});

describe("The repository of a service", () => {
  test("takes tags from the deploy roles of its environments alone", () => {
    const delivery = stackOf("tooling-delivery", [dev, prod]);
    const { statement } = delivery.dataSources(DataAwsIamPolicyDocument)["api_images_policy_document"] ?? {};
    expect(statement).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          actions: ["ecr:DescribeImages", "ecr:PutImage"],
          condition: [
            {
              test: "ArnEquals",
              variable: "aws:PrincipalArn",
              values: [
                "arn:aws:iam::111111111111:role/dev-api-deploy",
                "arn:aws:iam::444444444444:role/prod-api-deploy",
              ],
            },
          ],
        }),
      ]),
    );
  });
});

describe("OIDC providers", () => {
  const accounts = (name: string, ...given: Parameters<typeof stacksOf>) =>
    stacksOf(...given).some(({ node }) => node.id === name);

  test("are in a stack of their own in each account", () => {
    expect(stackOf("dev-account", [dev, prod]).only(IamOpenidConnectProvider)).toMatchObject({
      url: "https://gitlab.com",
    });
  });

  test("are there before the roles that trust them", () => {
    const services = stacksOf([dev]).find(({ node }) => node.id === "dev-services");
    expect(services?.dependencies.map(({ node }) => node.id)).toContain("dev-account");
  });

  test.each<readonly [string, Environment]>([
    ["whose pipelines are roles of AWS", withApi("dev", "111111111111", [aws])],
    ["without deployers", withApi("dev", "111111111111", [])],
    ["that has them", { ...dev, oidcProviders: "existing" }],
  ])("are not made in an account %s", (_, environment) => {
    expect(accounts("dev-account", [environment])).toBe(false);
  });

  test("are made for pushing in the tooling account", () => {
    expect(stackOf("tooling-delivery", [dev, prod]).count(IamOpenidConnectProvider)).toBe(1);
  });

  test("are not made in a tooling account that has them", () => {
    expect(stackOf("tooling-delivery", [dev, prod], "existing").count(IamOpenidConnectProvider)).toBe(0);
  });
});
