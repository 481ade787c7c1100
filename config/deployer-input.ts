/**
 * Who may deploy: one project and branch of a CI, known by the token that the CI signs (OIDC), or a role of AWS.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
export type DeployerInput =
  GitlabDeployerInput | GithubDeployerInput | BitbucketDeployerInput | AwsDeployerInput;

/**
 * A GitLab project. Exactly one of branch and tag.
 *
 * @see https://docs.gitlab.com/ci/secrets/id_token_authentication/
 */
export interface GitlabDeployerInput {
  /** A project of GitLab. */
  readonly from: "gitlab";
  /**
   * Host of the instance, which AWS must reach.
   *
   * @default "gitlab.com"
   */
  readonly host?: string;
  /** Full path of the project, for example `shop/orders`. */
  readonly project: string;
  /**
   * Name of the branch, exactly.
   *
   * @default - a tag is given
   */
  readonly branch?: string;
  /**
   * Name of the tag; `*` stands for any characters, as in `v*`.
   *
   * @default - a branch is given
   */
  readonly tag?: string;
}

/**
 * A GitHub repository. Exactly one of branch, tag and environment; a job with an environment is known by that alone.
 *
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export interface GithubDeployerInput {
  /** A repository of GitHub. */
  readonly from: "github";
  /** Owner and name, for example `acme/orders`. */
  readonly repository: string;
  /**
   * Numeric ids of owner and repository, in quotes. Needed for repositories made since July 2026, whose tokens name them.
   *
   * @default - the tokens name owner and repository only
   */
  readonly ids?: GithubIdsInput;
  /**
   * Name of the branch, exactly.
   *
   * @default - a tag or an environment is given
   */
  readonly branch?: string;
  /**
   * Name of the tag; `*` stands for any characters, as in `v*`.
   *
   * @default - a branch or an environment is given
   */
  readonly tag?: string;
  /**
   * Name of the deployment environment of the repository, exactly.
   *
   * @default - a branch or a tag is given
   */
  readonly environment?: string;
}

/** Both are shown by `gh api repos/<owner>/<name>`. */
export interface GithubIdsInput {
  /** Id of the owner, digits in quotes. */
  readonly owner: string;
  /** Id of the repository, digits in quotes. */
  readonly repository: string;
}

/**
 * A deployment environment of a Bitbucket repository, which stands for the branch: Bitbucket's tokens do not name that where AWS can check
 * it. The UUIDs are shown in the repository's settings, OpenID Connect; with or without braces.
 *
 * @see https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/
 */
export interface BitbucketDeployerInput {
  /** A repository of Bitbucket Cloud. */
  readonly from: "bitbucket";
  /** Name of the workspace in addresses, for example `acme`. */
  readonly workspace: string;
  /** UUID of the workspace. */
  readonly workspaceUuid: string;
  /** UUID of the repository. */
  readonly repositoryUuid: string;
  /** UUID of the deployment environment. */
  readonly environmentUuid: string;
}

/** A pipeline inside AWS, such as CodeBuild in the tooling account. */
export interface AwsDeployerInput {
  /** A role of AWS. */
  readonly from: "aws";
  /** ARN of the role that the pipeline has. */
  readonly roleArn: string;
}
