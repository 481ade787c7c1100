import { type RuleCases } from "../../../support/rule-cases";

type Values = Readonly<Record<string, unknown>>;

const trust = (statement: Values) =>
  ({
    "aws_iam_role.api": {
      assume_role_policy: JSON.stringify({
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", ...statement }],
      }),
    },
  }) as const;
const at = "aws_iam_role.api assume_role_policy: ";

const github = "token.actions.githubusercontent.com";

/** A role for pipelines of a CI, with a condition on the subject. */
const pipeline = (host: string, subject: unknown, test = "StringEquals") =>
  trust({
    Action: "sts:AssumeRoleWithWebIdentity",
    Principal: { Federated: `arn:aws:iam::111111111111:oidc-provider/${host}` },
    Condition: { [test]: { [`${host}:sub`]: subject } },
  });

const wrong = (subject: string): string => `${at}the subject ${subject} in statement 1`;

/** Rules about who may take on a role. */
export const trustCases: Readonly<Record<string, RuleCases>> = {
  "trust-names-principals": {
    passes: {
      "a service": trust({ Principal: { Service: "ecs-tasks.amazonaws.com" } }),
      "an account": trust({ Principal: { AWS: "${var.account}" } }),
      "everyone of an organization": trust({
        Principal: { AWS: "*" },
        Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
      }),
    },
    fails: {
      everyone: [trust({ Principal: "*" }), `${at}the principal "*" in statement 1`],
      "everyone with an account": [
        trust({ Sid: "Open", Principal: { AWS: "*" } }),
        `${at}the principal "*" in statement Open`,
      ],
    },
    isNotAbout: {
      "roles whose trust only the caller knows": {
        "aws_iam_role.api": { assume_role_policy: "${var.trust}" },
      },
    },
  },
  "oidc-trust-names-project": {
    passes: {
      "a branch of GitHub": pipeline(github, "repo:shop/orders:ref:refs/heads/main"),
      "an environment of GitHub": pipeline(github, ["repo:shop/orders:environment:prod"]),
      "tags of GitHub": pipeline(github, "repo:shop/orders:ref:refs/tags/v*", "StringLike"),
      "a branch of GitLab": pipeline("gitlab.com", "project_path:shop/orders:ref_type:branch:ref:main"),
      "a GitLab of one's own": pipeline("gitlab.example.com", "project_path:a/b:ref_type:branch:ref:main"),
      "a GitLab of one's own under any name": pipeline(
        "code.example.com",
        "project_path:a/b:ref_type:branch:ref:main",
      ),
      "a repository of Bitbucket": pipeline(
        "api.bitbucket.org/2.0/workspaces/shop/pipelines-config/identity/oidc",
        "{11111111-2222}:{33333333-4444}:*",
        "StringLike",
      ),
      "a project that only the caller knows": pipeline(
        github,
        "repo:shop/${var.project}:ref:refs/heads/main",
      ),
      "a provider by reference": {
        "aws_iam_role.api": {
          assume_role_policy: JSON.stringify({
            Statement: {
              Effect: "Allow",
              Principal: { Federated: "${aws_iam_openid_connect_provider.github.arn}" },
              Condition: { StringEquals: { [`${github}:sub`]: "repo:shop/orders:ref:refs/heads/main" } },
            },
          }),
        },
        "aws_iam_openid_connect_provider.github": { url: `https://${github}` },
      },
    },
    fails: {
      "no condition": [
        trust({ Principal: { Federated: `arn:aws:iam::1:oidc-provider/${github}` } }),
        `${at}no condition on the subject in statement 1`,
      ],
      "a condition that does not bind": [
        pipeline(github, "repo:shop/orders:ref:refs/heads/main", "StringLikeIfExists"),
        `${at}no condition on the subject in statement 1`,
      ],
      "every project of an owner": [
        pipeline(github, "repo:shop/*:ref:refs/heads/main", "StringLike"),
        wrong('"repo:shop/*:ref:refs/heads/main"'),
      ],
      "every branch": [pipeline(github, "repo:shop/orders:*", "StringLike"), wrong('"repo:shop/orders:*"')],
      "every branch, in Git's words": [
        pipeline(github, "repo:shop/orders:ref:refs/heads/*", "StringLike"),
        wrong('"repo:shop/orders:ref:refs/heads/*"'),
      ],
      "one of two subjects": [
        pipeline(github, ["repo:shop/orders:ref:refs/heads/main", "repo:*"], "StringLike"),
        wrong('"repo:*"'),
      ],
      "every project of a GitLab group": [
        pipeline("gitlab.com", "project_path:shop/*:ref_type:branch:ref:main", "StringLike"),
        wrong('"project_path:shop/*:ref_type:branch:ref:main"'),
      ],
      "every branch of GitLab": [
        pipeline("gitlab.com", "project_path:shop/orders:ref_type:branch:ref:*", "StringLike"),
        wrong('"project_path:shop/orders:ref_type:branch:ref:*"'),
      ],
      "every project of a GitLab of one's own, whatever its name": [
        pipeline("code.example.com", "project_path:*", "StringLike"),
        wrong('"project_path:*"'),
      ],
      "every repository of Bitbucket": [
        pipeline("api.bitbucket.org/2.0/workspaces/shop", "*:{33333333-4444}:*", "StringLike"),
        wrong('"*:{33333333-4444}:*"'),
      ],
      "a provider that only the caller knows, without a condition": [
        trust({ Principal: { Federated: "${var.provider}" } }),
        `${at}no condition on the subject in statement 1`,
      ],
      "a provider that only the caller knows": [
        trust({
          Principal: { Federated: "${var.provider}" },
          Condition: { StringLike: { [`${github}:sub`]: "repo:shop/*" } },
        }),
        wrong('"repo:shop/*"'),
      ],
      "a subject that only the caller knows": [pipeline(github, "${var.subject}"), wrong("var.subject")],
    },
    isNotAbout: {
      services: trust({ Principal: { Service: "ecs-tasks.amazonaws.com" } }),
      "people of a company": trust({
        Action: "sts:AssumeRoleWithSAML",
        Principal: { Federated: "${var.provider}" },
      }),
      "clusters of Kubernetes": pipeline(
        "oidc.eks.eu-west-1.amazonaws.com/id/A1",
        "system:serviceaccount:a:b",
      ),
    },
  },
};
