import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { deployerTrust } from "../../../constructs/delivery/deployer-trust";
import type { Deployer } from "../../../contract/deployer";
import { synthesize } from "../../../testing/synthesize";
import { getsIn, type Asking } from "../../support/iam/token-gets-in";

function aTrust(...deployers: Deployer[]) {
  return synthesize((stack) => {
    new DataAwsIamPolicyDocument(stack, "Trust", {
      statement: [...deployerTrust(deployers, "111111111111")],
    });
  });
}

const gitlab = (sub: string, issuer = "https://gitlab.com", aud = issuer) => ({ issuer, aud, sub });
const github = (sub: string, aud = "sts.amazonaws.com") => ({
  issuer: "https://token.actions.githubusercontent.com",
  aud,
  sub,
});
const bitbucket = (sub: string, workspace = "acme", aud = "w1") => ({
  issuer: `https://api.bitbucket.org/2.0/workspaces/${workspace}/pipelines-config/identity/oidc`,
  aud: `ari:cloud:bitbucket::workspace/${aud}`,
  sub,
});

const orders = { from: "gitlab", host: "gitlab.com", project: "shop/orders" } as const;
const ordersOnGithub = { from: "github", repository: "acme/orders" } as const;

type Case = readonly [who: string, asking: Asking, isIn: boolean];

describe("Trust in a branch of GitLab", () => {
  const trust = aTrust({ ...orders, ref: { branch: "main" } });
  const main = "project_path:shop/orders:ref_type:branch:ref:main";

  test.each<Case>([
    ["the branch", gitlab(main), true],
    ["another branch", gitlab("project_path:shop/orders:ref_type:branch:ref:develop"), false],
    ["a branch with the same beginning", gitlab(`${main}-2`), false],
    ["a tag of the same name", gitlab("project_path:shop/orders:ref_type:tag:ref:main"), false],
    ["a fork", gitlab("project_path:mallory/orders:ref_type:branch:ref:main"), false],
    [
      "a project with the same beginning",
      gitlab("project_path:shop/orders-2:ref_type:branch:ref:main"),
      false,
    ],
    ["a project of a subgroup", gitlab("project_path:shop/orders/x:ref_type:branch:ref:main"), false],
    ["another instance of GitLab", gitlab(main, "https://gitlab.example.com"), false],
    ["a token for somebody else", gitlab(main, "https://gitlab.com", "https://vault.example.com"), false],
  ])("%s: %#", (_, asking, isIn) => {
    expect(getsIn(trust, "trust", asking)).toBe(isIn);
  });
});

describe("Trust in tags of GitLab", () => {
  const trust = aTrust({ ...orders, ref: { tag: "v*" } });

  test.each<Case>([
    ["a tag of the pattern", gitlab("project_path:shop/orders:ref_type:tag:ref:v1.2.3"), true],
    ["another tag", gitlab("project_path:shop/orders:ref_type:tag:ref:nightly"), false],
    ["a branch of the pattern", gitlab("project_path:shop/orders:ref_type:branch:ref:v1"), false],
    ["a tag of another project", gitlab("project_path:shop/cart:ref_type:tag:ref:v1"), false],
  ])("%s: %#", (_, asking, isIn) => {
    expect(getsIn(trust, "trust", asking)).toBe(isIn);
  });

  test("holds exactly where a tag is without a star", () => {
    const exact = aTrust({ ...orders, ref: { tag: "v1" } });
    expect(getsIn(exact, "trust", gitlab("project_path:shop/orders:ref_type:tag:ref:v12"))).toBe(false);
  });
});

describe("Trust in a branch of GitHub", () => {
  const trust = aTrust({ ...ordersOnGithub, ref: { branch: "main" } });

  test.each<Case>([
    ["the branch", github("repo:acme/orders:ref:refs/heads/main"), true],
    ["another branch", github("repo:acme/orders:ref:refs/heads/main2"), false],
    ["a pull request", github("repo:acme/orders:pull_request"), false],
    ["an environment", github("repo:acme/orders:environment:main"), false],
    ["a tag", github("repo:acme/orders:ref:refs/tags/main"), false],
    ["a fork", github("repo:mallory/orders:ref:refs/heads/main"), false],
    ["a repository with the same beginning", github("repo:acme/orders2:ref:refs/heads/main"), false],
    ["a subject with ids that are not given", github("repo:acme@1/orders@2:ref:refs/heads/main"), false],
    [
      "a token for somebody else",
      github("repo:acme/orders:ref:refs/heads/main", "https://example.com"),
      false,
    ],
    ["GitLab with the same subject", gitlab("repo:acme/orders:ref:refs/heads/main"), false],
  ])("%s: %#", (_, asking, isIn) => {
    expect(getsIn(trust, "trust", asking)).toBe(isIn);
  });
});

describe("Trust in a repository of GitHub with ids", () => {
  const trust = aTrust({
    ...ordersOnGithub,
    ids: { owner: "1", repository: "2" },
    ref: { environment: "prod" },
  });

  test.each<Case>([
    ["the subject with ids", github("repo:acme@1/orders@2:environment:prod"), true],
    ["the subject without", github("repo:acme/orders:environment:prod"), true],
    ["the name in other hands", github("repo:acme@7/orders@8:environment:prod"), false],
    ["another environment", github("repo:acme@1/orders@2:environment:dev"), false],
    ["a branch", github("repo:acme@1/orders@2:ref:refs/heads/prod"), false],
  ])("%s: %#", (_, asking, isIn) => {
    expect(getsIn(trust, "trust", asking)).toBe(isIn);
  });
});

describe("Trust in an environment of Bitbucket", () => {
  const trust = aTrust({
    from: "bitbucket",
    workspace: "acme",
    workspaceUuid: "w1",
    repositoryUuid: "r1",
    environmentUuid: "e1",
  });

  test.each<Case>([
    ["a step in the environment", bitbucket("{r1}:{e1}:{step}"), true],
    ["a step in another environment", bitbucket("{r1}:{e2}:{step}"), false],
    ["a step without environment", bitbucket("{r1}:{step}"), false],
    ["another repository", bitbucket("{r2}:{e1}:{step}"), false],
    ["another workspace", bitbucket("{r1}:{e1}:{step}", "mallory"), false],
    ["a token for another workspace", bitbucket("{r1}:{e1}:{step}", "acme", "w2"), false],
  ])("%s: %#", (_, asking, isIn) => {
    expect(getsIn(trust, "trust", asking)).toBe(isIn);
  });
});

describe("Trust in a role of AWS", () => {
  const trust = aTrust({ from: "aws", roleArn: "arn:aws:iam::999999999999:role/pipeline" });

  test.each<Case>([
    ["the role", { roleArn: "arn:aws:iam::999999999999:role/pipeline" }, true],
    ["another role of its account", { roleArn: "arn:aws:iam::999999999999:role/pipeline-2" }, false],
    ["a role of the same name elsewhere", { roleArn: "arn:aws:iam::222222222222:role/pipeline" }, false],
  ])("%s: %#", (_, asking, isIn) => {
    expect(getsIn(trust, "trust", asking)).toBe(isIn);
  });
});

describe("Trust in several deployers", () => {
  const branches = ["main", "develop"].map((branch) => ({ ...orders, ref: { branch } }));

  test("has one statement per CI and kind of subject", () => {
    const statements = deployerTrust(
      [...branches, { ...orders, ref: { tag: "v*" } }, { ...ordersOnGithub, ref: { branch: "main" } }],
      "111111111111",
    );
    expect(statements).toHaveLength(3);
  });

  test("is the same, whatever their order", () => {
    expect(deployerTrust(branches, "111111111111")).toEqual(
      deployerTrust(branches.toReversed(), "111111111111"),
    );
  });

  test("names a deployer once that is given twice", () => {
    expect(deployerTrust([...branches, ...branches], "111111111111")).toEqual(
      deployerTrust(branches, "111111111111"),
    );
  });
});
