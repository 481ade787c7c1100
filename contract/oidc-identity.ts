import type { BitbucketDeployer, Deployer, DeployerRef, GithubDeployer, GitlabDeployer } from "./deployer";

/** A deployer that its CI's token tells. */
export type OidcDeployer = GitlabDeployer | GithubDeployer | BitbucketDeployer;

/** Who a token must be from, whom for, and about. */
export interface OidcIdentity {
  /** Issuer, for example `https://gitlab.com`; AWS reads its keys there. */
  readonly issuer: string;
  /** Claim `aud`, exactly. */
  readonly audience: string;
  /** Claim `sub`: one of these. */
  readonly subjects: readonly string[];
  /** Whether `*` in subjects stands for any characters; otherwise they hold exactly. */
  readonly isPattern: boolean;
}

export function isOidcDeployer(deployer: Deployer): deployer is OidcDeployer {
  return deployer.from !== "aws";
}

/** What the token of a deployer must say. The audience is what our pipelines ask their CI for. */
export function oidcIdentity(deployer: OidcDeployer): OidcIdentity {
  switch (deployer.from) {
    case "gitlab":
      return gitlab(deployer);
    case "github":
      return github(deployer);
    case "bitbucket":
      return bitbucket(deployer);
  }
}

/** @see https://docs.gitlab.com/ci/cloud_services/aws/ */
function gitlab({ host, project, ref }: GitlabDeployer): OidcIdentity {
  const [type, name] = "tag" in ref ? ["tag", ref.tag] : ["branch", ref.branch];
  return {
    issuer: `https://${host}`,
    audience: `https://${host}`,
    subjects: [`project_path:${project}:ref_type:${type}:ref:${name}`],
    isPattern: isPattern(ref),
  };
}

/**
 * With ids, both forms of the subject: repositories made, renamed or moved after 15 July 2026 have the one with ids, others the one
 * without until they change over.
 *
 * @see https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
 * @see https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens/
 */
function github({ repository, ids, ref }: GithubDeployer): OidcIdentity {
  const [owner, name] = repository.split("/");
  const repositories = [repository, ...(ids ? [`${owner}@${ids.owner}/${name}@${ids.repository}`] : [])];
  return {
    issuer: "https://token.actions.githubusercontent.com",
    audience: "sts.amazonaws.com",
    subjects: repositories.map((one) => `repo:${one}:${githubRef(ref)}`),
    isPattern: isPattern(ref),
  };
}

function githubRef(ref: DeployerRef): string {
  if ("environment" in ref) return `environment:${ref.environment}`;
  return "tag" in ref ? `ref:refs/tags/${ref.tag}` : `ref:refs/heads/${ref.branch}`;
}

/**
 * The subject ends in the step's id, which is another one in each run. The environment stands second only in steps that have one.
 *
 * @see https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/
 */
function bitbucket({
  workspace,
  workspaceUuid,
  repositoryUuid,
  environmentUuid,
}: BitbucketDeployer): OidcIdentity {
  return {
    issuer: `https://api.bitbucket.org/2.0/workspaces/${workspace}/pipelines-config/identity/oidc`,
    audience: `ari:cloud:bitbucket::workspace/${workspaceUuid}`,
    subjects: [`{${repositoryUuid}}:{${environmentUuid}}:*`],
    isPattern: true,
  };
}

function isPattern(ref: DeployerRef): boolean {
  return "tag" in ref && ref.tag.includes("*");
}
