import { binds } from "../../policies/narrowing";
import { type Condition, type Statement } from "../../policies/statement";
import { writtenText } from "../../values/written-text";
import { showValue } from "../../values/show-value";
import { Reference, type Value } from "../../values/value";
import { statementRule } from "./statement-rule";

/**
 * How a CI's token says which project and branch it is for; `project` and `branch` are groups of the pattern.
 *
 * @see https://docs.github.com/en/actions/reference/security/oidc
 * @see https://docs.gitlab.com/ci/cloud_services/aws/
 * @see https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/
 */
interface Subject {
  readonly host: RegExp;
  /** Beginning of subjects that no other CI has, for hosts of one's own. */
  readonly beginning?: string;
  readonly pattern: RegExp;
}

const wild = /[*?]/;

/** Branches that name none. */
const anyBranch = /^(?:(?:ref|environment|ref_type:\w+:ref):)?(?:refs\/(?:heads|tags)\/)?[*?]/;

const subjects: readonly Subject[] = [
  {
    host: /^token\.actions\.githubusercontent\.com/,
    pattern: /^repo:(?<project>[^:]+):(?<branch>.+)$/,
  },
  {
    // Its subject has no branch; a deployment environment, which names its branches itself, may stand second.
    host: /^api\.bitbucket\.org/,
    pattern: /^(?<project>\{[^}]+\})/,
  },
  {
    host: /gitlab/,
    beginning: "project_path:",
    pattern: /^project_path:(?<project>[^:]+):(?<branch>.+)$/,
  },
];

/** Of a provider that the files do not tell: some condition there must be. */
const anySubject: Subject = { host: /^/, pattern: /^(?<project>[^:]+):/ };

/**
 * Only about roles for the pipelines of GitHub, GitLab and Bitbucket, and of providers that the files do not tell: others
 * have subjects of their own form. Parts that the files do not tell count as named; a whole subject that they do not tell is a problem.
 */
export const oidcTrustNamesProject = statementRule({
  id: "oidc-trust-names-project",
  title: "Roles for pipelines name the project and the branch",
  severity: "error",
  controls: ["CKV_AWS_358"],
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
  why: "Everybody can run pipelines at the same CI: without the subject in the condition any project of the world, or any branch, takes on the role.",
  fix: "Add a condition `StringEquals` on the provider's `:sub`, such as `repo:owner/project:ref:refs/heads/main`.",
  kinds: ["trust"],
  must: "must name project and branch in a condition on the subject",
  isAbout: (statement) => subjectsOf(statement).length > 0,
  wrong: (statement) =>
    subjectsOf(statement)
      .map((subject) => wrongSubject(subject, statement))
      .find((got) => got !== undefined),
});

/** By the provider, or by the key of a condition, which begins with the provider's address. */
function subjectsOf({ actions, principals, conditions }: Statement): readonly Subject[] {
  if (actions.some((action) => /saml$/i.test(writtenText(action) ?? ""))) return [];
  const federated = principals.filter(({ type }) => type === "Federated");
  if (federated.length === 0) return [];
  const hosts = [
    ...federated.flatMap(({ identifiers }) => identifiers.map(hostOf)),
    ...conditions.map(({ variable }) => variable),
  ];
  const given = conditions.filter(isOnSubject).flatMap(({ values }) => values.map(textOf));
  const known = subjects.filter(
    ({ host, beginning = "" }) =>
      hosts.some((name) => host.test(name)) ||
      (beginning !== "" && given.some((subject) => subject.startsWith(beginning))),
  );
  const isTold = hosts.some((host) => host.includes("."));
  return known.length === 0 && !isTold ? [anySubject] : known;
}

/** The provider's address: of its resource, or what follows in its ARN. */
function hostOf(identifier: Value): string {
  const url = identifier instanceof Reference ? identifier.resource.values["url"] : identifier;
  return textOf(url ?? "")
    .replace(/^.*oidc-provider\//, "")
    .replace(/^https?:\/\//, "");
}

function isOnSubject({ variable }: Condition): boolean {
  return /:sub$/i.test(variable);
}

function textOf(value: Value): string {
  return writtenText(value) ?? "";
}

function wrongSubject({ pattern }: Subject, { conditions }: Statement): string | undefined {
  const bound = conditions.filter((condition) => binds(condition) && isOnSubject(condition));
  if (bound.length === 0) return "no condition on the subject";
  const named = bound.some(
    ({ values }) => values.length > 0 && values.every((value) => isNamed(value, pattern)),
  );
  if (named) return undefined;
  const values = bound.flatMap((condition) => condition.values);
  return `the subject ${showValue(values.find((value) => !isNamed(value, pattern)))}`;
}

function isNamed(value: Value, pattern: RegExp): boolean {
  const { project, branch } = pattern.exec(textOf(value))?.groups ?? {};
  return project !== undefined && !wild.test(project) && !anyBranch.test(branch ?? "");
}
