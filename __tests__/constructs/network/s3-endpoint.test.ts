import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { S3Endpoint } from "../../../constructs/network/s3-endpoint";
import { synthesize } from "../../../testing/synthesize";

describe("S3Endpoint", () => {
  const synthesis = synthesize((stack) => {
    new S3Endpoint(stack, "S3", {
      name: "test",
      account: "123456789012",
      region: "eu-west-1",
      vpcId: "vpc-1",
      routeTableIds: ["rtb-a", "rtb-b"],
    });
  });
  const statements = synthesis.dataSources(DataAwsIamPolicyDocument)["s3_policy_document"]?.["statement"];

  test("is a gateway in the given route tables", () => {
    expect(synthesis.only(VpcEndpoint)).toMatchObject({
      vpc_endpoint_type: "Gateway",
      service_name: "com.amazonaws.eu-west-1.s3",
      route_table_ids: ["rtb-a", "rtb-b"],
    });
  });

  test("has its policy", () => {
    expect(synthesis.only(VpcEndpoint)).toMatchObject({
      policy: "${data.aws_iam_policy_document.s3_policy_document.json}",
    });
  });

  test("lets everyone fetch image layers of ECR, and nothing else", () => {
    expect(statements).toContainEqual(
      expect.objectContaining({
        actions: ["s3:GetObject"],
        resources: ["arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*"],
      }),
    );
  });

  test("serves identities of its own account only, otherwise", () => {
    expect(statements).toContainEqual(
      expect.objectContaining({
        actions: ["s3:*"],
        condition: [{ test: "StringEquals", variable: "aws:PrincipalAccount", values: ["123456789012"] }],
      }),
    );
  });
});
