import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformDataSource, TerraformElement, TerraformResource, TerraformStack } from "cdktf";
import type { Construct, Node } from "constructs";
import type { StateSettings } from "../config/environment";
import { literalText } from "../constructs/text/literal-text";
import { throwConstructProblems } from "../problems/construct-error";
import { logicalId } from "./logical-id";
import { storeState } from "./store-state";

export interface AccountStackProps {
  /** The environment's name, or `tooling`; first part of the stack's name. */
  readonly owner: string;
  /** AWS account, 12 digits: the provider refuses every other. */
  readonly account: string;
  readonly region: string;
  readonly state: StateSettings;
  /** Tags of every resource. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Oldest Terraform with a lock file in S3. @see https://developer.hashicorp.com/terraform/language/backend/s3#state-locking */
const requiredTerraform = ">= 1.10.0";

/**
 * A stack bound to one AWS account, with readable resource addresses, default tags and its own state.
 *
 * Its name is `<owner>-<part>`, for example `dev-network`.
 */
export abstract class AccountStack extends TerraformStack {
  readonly account: string;
  readonly region: string;
  private readonly owner: string;
  private readonly pathsByAddress = new Map<string, string>();

  constructor(scope: Construct, part: string, props: AccountStackProps) {
    super(scope, `${props.owner}-${part}`);
    this.owner = props.owner;
    this.account = props.account;
    this.region = props.region;
    this.addOverride("terraform.required_version", requiredTerraform);
    storeState(this, props);
    new AwsProvider(this, "Aws", {
      region: props.region,
      allowedAccountIds: [props.account],
      defaultTags: [{ tags: literalTags(props.tags) }],
    });
  }

  /** Addresses are a contract (`moved` blocks, reviews, state): without hashes, and never two things under one. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    if (!TerraformElement.isTerraformElement(element)) return super.allocateLogicalId(element);
    const { scopes, path } = element.node;
    const ids = scopes.slice(scopes.indexOf(this) + 1).map((scope) => scope.node.id);
    const id = logicalId(
      ids.map((name) => name.replace(`reference-input-${this.owner}-`, "reference-input-")),
    );
    const address = `${elementType(element)}.${id}`;
    const other = this.pathsByAddress.get(address);
    if (other !== undefined && other !== path) {
      throwConstructProblems(path, [
        {
          where: "id",
          must: "must give the element an address of its own",
          got: `${address}, which ${other} has`,
          advice: "Rename one of the two.",
        },
      ]);
    }
    this.pathsByAddress.set(address, path);
    return id;
  }
}

function elementType(element: TerraformElement): string {
  if (TerraformResource.isTerraformResource(element)) return element.terraformResourceType;
  if (TerraformDataSource.isTerraformDataSource(element)) return `data.${element.terraformResourceType}`;
  return element.constructor.name;
}

function literalTags(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [literalText(key), literalText(value)]),
  );
}
