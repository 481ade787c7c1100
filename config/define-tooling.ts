import { z } from "zod";
import type { Problem } from "../problems/problem";
import { stateMatchesAccount } from "./checks/state-matches-account";
import { withOwnTags } from "./complete-environment";
import { deepFreeze } from "./deep-freeze";
import type { Tooling } from "./environment";
import type { StateInput } from "./environment-input";
import { allKnown } from "./known";
import { list, matching, oneOf } from "./parsing/fields";
import { FieldReader } from "./parsing/field-reader";
import { accountId, region } from "./reading/common-fields";
import { readState } from "./reading/read-settings";
import { readTags } from "./reading/read-tags";
import { throwProblems } from "./throw-problems";

/** The one account that owns what environments share: image repositories. */
export interface ToolingInput {
  /** AWS account id, 12 digits in quotes; no environment's. */
  readonly account: string;
  /** AWS region of the repositories, for example `eu-west-1`. */
  readonly region: string;
  /**
   * Where Terraform keeps its state.
   *
   * @default "local" - files beside the project, good for a first try and for one person only
   */
  readonly state?: StateInput;
  /**
   * Tags of every resource, besides `Environment` and `ManagedBy`, which are set for you.
   *
   * @default {}
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Image repositories besides those of the services, for example for sidecars.
   *
   * @default []
   * @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
   */
  readonly repositories?: readonly string[];
  /**
   * Whether the account gets the OIDC providers that the pipelines need that push images, or has them already: an account can have one
   * per issuer only.
   *
   * @default "created"
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
   */
  readonly oidcProviders?: "created" | "existing";
}

/** Describes the tooling account. @throws ConfigError with everything that is wrong. */
export function defineTooling(input: ToolingInput): Tooling {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const fields = new FieldReader(toolingFields, input, "", report, { required: ["account", "region"] });
  const account = fields.required("account");
  const home = fields.required("region");
  const state = readState(fields.raw("state"), home, report);
  const tags = readTags(fields.raw("tags", {}), report);
  const repositories = fields.or("repositories", []);
  const oidcProviders = fields.or("oidcProviders", "created");
  throwProblems("environments/tooling.ts", [...problems, ...stateMatchesAccount({ account, state })]);
  const known = allKnown<Tooling>(
    { account, region: home, state, tags, repositories, oidcProviders },
    "tooling",
  );
  return deepFreeze({ ...known, tags: withOwnTags(known.tags, "tooling") });
}

const toolingFields = {
  account: accountId(),
  region: region(),
  /** Read by readers of their own. */
  state: z.unknown(),
  tags: z.unknown(),
  repositories: list(
    matching(
      /^(?=.{2,256}$)[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/,
      "must be a name that ECR allows",
      'Use 2 to 256 lower-case letters, digits and single . _ - /, for example "otel-collector".',
    ),
    'Write a list of names, for example ["otel-collector"].',
  ),
  oidcProviders: oneOf("created", "existing"),
};
