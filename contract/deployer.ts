/**
 * Who may deploy a service: one project and branch of a CI, known by the token that the CI signs (OIDC), or a role of AWS.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
export type Deployer = GitlabDeployer | GithubDeployer | BitbucketDeployer | AwsDeployer;

/** Exactly one of a branch, a tag or a deployment environment of the CI; `*` stands for any characters in tags only. */
export type DeployerRef =
  { readonly branch: string } | { readonly tag: string } | { readonly environment: string };

/** @see https://docs.gitlab.com/ci/secrets/id_token_authentication/ */
export interface GitlabDeployer {
  readonly from: "gitlab";
  /** Host of the instance, `gitlab.com` or your own. */
  readonly host: string;
  /** Path of the project, for example `shop/orders`. */
  readonly project: string;
  readonly ref: { readonly branch: string } | { readonly tag: string };
}

/** @see https://docs.github.com/en/actions/reference/security/oidc */
export interface GithubDeployer {
  readonly from: "github";
  /** For example `acme/orders`. */
  readonly repository: string;
  /** Numeric ids of owner and repository: subjects of repositories made since July 2026 name them. */
  readonly ids?: { readonly owner: string; readonly repository: string };
  readonly ref: DeployerRef;
}

/**
 * Bitbucket's tokens do not name the branch in what AWS can check: the deployment environment stands for it.
 *
 * @see https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/
 */
export interface BitbucketDeployer {
  readonly from: "bitbucket";
  readonly workspace: string;
  /** UUIDs without braces. */
  readonly workspaceUuid: string;
  readonly repositoryUuid: string;
  readonly environmentUuid: string;
}

/** A pipeline inside AWS, such as CodeBuild in the tooling account. */
export interface AwsDeployer {
  readonly from: "aws";
  readonly roleArn: string;
}
