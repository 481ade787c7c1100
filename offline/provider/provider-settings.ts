import { type Diagnostic } from "../protocol/provider-calls";
import { partitionOf } from "../regions/partitions";
import { type AwsLocation } from "../resources/behaviour";
import { asItems, asText, asTexts } from "../values/reading";
import { unknown, type Value, type Values } from "../values/value";
import { isRecord } from "../values/value-shape";

/** What a `provider "aws"` block settles for everything it makes. */
export interface ProviderSettings extends AwsLocation {
  /** Empty while Terraform does not know it yet. */
  readonly region: string;
  /** Undefined while Terraform does not know them yet. */
  readonly defaultTags: Readonly<Record<string, Value>> | undefined;
}

/** Reads a provider's configuration; what it refuses is in the diagnostics. */
export type ReadSettings = (config: Values) => {
  readonly settings: ProviderSettings;
  readonly diagnostics: readonly Diagnostic[];
};

/** Documentation's example account: whose credentials they are when nothing says so. */
const nobodysAccount = "123456789012";

/**
 * Reads the provider's configuration. The credentials belong to `asAccount`, or else to the account that the configuration asks for:
 * the role to assume, the first of `allowed_account_ids`.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs#argument-reference
 */
export function readProviderSettings(
  config: Values,
  asAccount: string | undefined,
): ReturnType<ReadSettings> {
  const region = asText(config["region"]);
  const allowed = asTexts(config["allowed_account_ids"]);
  const assumed = asItems(config["assume_role"])
    .map((block) => accountOfArn(asText(block["role_arn"])))
    .find((account) => account !== undefined);
  const account = assumed ?? asAccount ?? allowed[0] ?? nobodysAccount;
  const settings = {
    account,
    region: region ?? "",
    partition: partitionOf(region ?? ""),
    defaultTags: readDefaultTags(config),
  };
  return { settings, diagnostics: [...checkRegion(config), ...checkAccount(config, account)] };
}

function accountOfArn(arn: string | undefined): string | undefined {
  return arn?.split(":")[4];
}

function readDefaultTags(config: Values): Readonly<Record<string, Value>> | undefined {
  const blocks = config["default_tags"] ?? null;
  const tags = asItems(blocks)[0]?.["tags"] ?? null;
  if (blocks === unknown || tags === unknown) return undefined;
  return isRecord(tags) ? tags : {};
}

function checkRegion({ region }: Values): readonly Diagnostic[] {
  if (region !== null && region !== undefined && region !== "") return [];
  return [
    {
      severity: "error",
      summary: "invalid AWS Region: the provider must name a region, got nothing",
      detail:
        'Write region = "eu-west-1" (or another) into the provider\'s configuration; the offline provider reads no profile.',
      path: ["region"],
    },
  ];
}

function checkAccount(config: Values, account: string): readonly Diagnostic[] {
  const allowed = asTexts(config["allowed_account_ids"]);
  const isAllowed =
    config["allowed_account_ids"] === unknown || allowed.length === 0 || allowed.includes(account);
  if (isAllowed && !asTexts(config["forbidden_account_ids"]).includes(account)) return [];
  const path = isAllowed ? "forbidden_account_ids" : "allowed_account_ids";
  return [
    {
      severity: "error",
      summary: `AWS account ID not allowed: ${account}`,
      detail: `The credentials must belong to an account that ${path} permits (${asTexts(config[path]).join(", ")}), got ${account}. Use the credentials of that account, or plan another environment.`,
      path: [path],
    },
  ];
}
