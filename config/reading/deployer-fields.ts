import type { Fault } from "../parsing/fault";
import { fields, matching, oneOf, text } from "../parsing/fields";

const from = oneOf("gitlab", "github", "bitbucket", "aws");

const branch = text("Write the name of the branch in quotes.", (value) => findRefFault(value, "branch"));
const tag = text('Write the name of the tag in quotes, for example "v*".', findTagFault);

/** Fields of each kind of deployer. */
export const deployerFields = {
  gitlab: {
    from,
    host: matching(
      /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/,
      "must be a DNS name in lower case, without scheme and port",
      'Write for example "gitlab.example.com".',
    ),
    project: matching(
      /^(?=.{1,255}$)\w[\w.-]*(\/\w[\w.-]*)+$/,
      "must be the full path of one project, without wildcards",
      'Write group and project, for example "shop/orders".',
    ),
    branch,
    tag,
  },
  github: {
    from,
    repository: matching(
      /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[\w.-]{1,100}$/,
      "must be owner and name of one repository, without wildcards",
      'Write for example "acme/orders".',
    ),
    ids: fields({ owner: id(), repository: id() }),
    branch,
    tag,
    environment: text("Write the name of the deployment environment in quotes.", findEnvironmentFault),
  },
  bitbucket: {
    from,
    workspace: matching(
      /^[A-Za-z0-9_-]{1,62}$/,
      "must be the name of a workspace as in its address",
      'Write for example "acme".',
    ),
    workspaceUuid: uuid(),
    repositoryUuid: uuid(),
    environmentUuid: uuid(),
  },
  aws: {
    from,
    roleArn: matching(
      /^arn:aws:iam::\d{12}:role\/([\w+=,.@-]{1,128}\/)*[\w+=,.@-]{1,64}$/,
      "must be the ARN of one role",
      "Copy it from the IAM console: arn:aws:iam::<account>:role/<name>.",
    ),
  },
} as const;

/** Fields of which exactly one must be given. */
export const refsOf = {
  gitlab: ["branch", "tag"],
  github: ["branch", "tag", "environment"],
} as const;

function id() {
  return matching(
    /^\d{1,20}$/,
    "must be an id: digits in quotes",
    "Copy it from `gh api repos/<owner>/<name>`.",
  );
}

/** Bitbucket shows UUIDs in braces; they are kept without. */
function uuid() {
  return matching(
    /^(\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i,
    "must be a UUID",
    "Copy it from the repository's settings, OpenID Connect.",
  ).transform((value) => value.replace(/[{}]/g, "").toLowerCase());
}

/**
 * What IAM compares is a pattern, in which `*` and `?` match anything and `${…}` is a variable: none of them may come from a name.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
function findRefFault(value: string, noun: "branch" | "tag"): Fault | undefined {
  if (noun === "branch" && /[*?]/.test(value)) {
    return {
      must: "must be the name of one branch, without wildcards",
      advice: "Write one deployer for each branch.",
    };
  }
  if (/^(?!.*(\.\.|\/\/))[A-Za-z0-9*]([\w./@#+=,%&*-]{0,253}[\w#+=,%&*-])?$/.test(value)) return undefined;
  return {
    must: `must be the name of a ${noun} of at most 255 letters, digits and ./_@#+=,%&-`,
    advice: "Write it without refs/heads/ or refs/tags/ in front.",
  };
}

function findTagFault(value: string): Fault | undefined {
  if (/[A-Za-z0-9]/.test(value) || !value.includes("*")) return findRefFault(value, "tag");
  return { must: "must say more than *, which is every tag", advice: 'Write for example "v*".' };
}

/** GitHub writes a colon in the name of an environment otherwise in its tokens; what it makes of spaces, it does not say. */
function findEnvironmentFault(value: string): Fault | undefined {
  if (/^[A-Za-z0-9]([\w./@#+=,&()-]{0,253}[\w)])?$/.test(value)) return undefined;
  return {
    must: "must be the name of one deployment environment, without spaces, wildcards and colons",
    advice: 'Write for example "production".',
  };
}
