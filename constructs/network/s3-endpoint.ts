import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { Construct } from "constructs";

export interface S3EndpointProps {
  /** First part of every name, for example `dev`. */
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly vpcId: string;
  readonly routeTableIds: readonly string[];
}

const anyone = [{ type: "*", identifiers: ["*"] }];

/**
 * The gateway endpoint that image layers come through. Only identities of this account may use it, so that nobody
 * carries data out with credentials of another account; the layers themselves are fetched by signed addresses.
 *
 * Creates: a gateway endpoint with its policy.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
 */
export class S3Endpoint extends Construct {
  readonly prefixListId: string;

  constructor(scope: Construct, id: string, props: S3EndpointProps) {
    super(scope, id);
    this.prefixListId = new VpcEndpoint(this, "Resource", {
      vpcId: props.vpcId,
      vpcEndpointType: "Gateway",
      serviceName: `com.amazonaws.${props.region}.s3`,
      routeTableIds: [...props.routeTableIds],
      policy: this.createPolicy(props).json,
      tags: { Name: `${props.name}-s3` },
    }).prefixListId;
  }

  private createPolicy({ account, region }: S3EndpointProps): DataAwsIamPolicyDocument {
    return new DataAwsIamPolicyDocument(this, "PolicyDocument", {
      statement: [
        {
          sid: "ImageLayers",
          actions: ["s3:GetObject"],
          resources: [`arn:aws:s3:::prod-${region}-starport-layer-bucket/*`],
          principals: anyone,
        },
        {
          sid: "OwnIdentities",
          actions: ["s3:*"],
          resources: ["*"],
          principals: anyone,
          condition: [{ test: "StringEquals", variable: "aws:PrincipalAccount", values: [account] }],
        },
      ],
    });
  }
}
