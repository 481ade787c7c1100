import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Fn, type ITerraformDependable, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import {
  deliveryTargetPath,
  type DeliveryTarget as DeliveryTargetDocument,
} from "../../contract/delivery-target";

export interface DeliveryTargetProps {
  /** Where to deploy; attributes of other constructs resolve. */
  readonly document: DeliveryTargetDocument;
  /**
   * What must be there before a pipeline may read where to deploy.
   *
   * @default - what the document refers to
   */
  readonly after?: readonly ITerraformDependable[];
}

/**
 * Hands a service over to the application pipeline: where to deploy it, as JSON in SSM Parameter Store.
 *
 * Creates: a local value with the document, line by line; a parameter. It holds names and no secret, so plans show it.
 *
 * @see docs/deploy.md
 */
export class DeliveryTarget extends Construct {
  /** The document as an expression, for a copy elsewhere. */
  readonly json: string;

  constructor(scope: Construct, id: string, { document, after = [] }: DeliveryTargetProps) {
    super(scope, id);
    this.json = Fn.jsonencode(new TerraformLocal(this, "Document", document).expression);
    const { environment, service } = document;
    new SsmParameter(this, "Resource", {
      name: deliveryTargetPath(environment, service),
      description: `Where the application pipeline deploys ${service}`,
      type: "String",
      insecureValue: this.json,
      dependsOn: [...after],
    });
  }
}
