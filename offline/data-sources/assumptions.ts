/** What a data source takes for granted when the cloud file holds nothing that answers. */
export interface Assumption {
  readonly type: string;
  readonly assumes: string;
}

/** The only data sources that find something nobody made; every other one says no, as AWS does. */
export const assumptions: readonly Assumption[] = [
  { type: "aws_acm_certificate", assumes: "an issued certificate for any domain" },
  { type: "aws_ami", assumes: "an image for any filter" },
  { type: "aws_codestarconnections_connection", assumes: "a connection that a person completed" },
  { type: "aws_ec2_managed_prefix_list", assumes: "AWS's lists for S3, DynamoDB and CloudFront" },
  { type: "aws_ecr_authorization_token", assumes: "a token, which opens nothing" },
  { type: "aws_ecr_image", assumes: "any tag in a repository that exists" },
  { type: "aws_iam_policy", assumes: "policies that AWS manages; what they permit is left empty" },
  { type: "aws_iam_session_context", assumes: "the role behind a session, with path /" },
  { type: "aws_kms_alias", assumes: "keys that AWS manages: alias/aws/…" },
  { type: "aws_kms_key", assumes: "keys that AWS manages: alias/aws/…" },
  { type: "aws_organizations_organization", assumes: "an organization of this account alone" },
  { type: "aws_prefix_list", assumes: "AWS's lists for S3, DynamoDB and CloudFront" },
  { type: "aws_rds_engine_version", assumes: "any minor version of a major one that is known" },
  { type: "aws_rds_orderable_db_instance", assumes: "every instance class for every engine that is known" },
  { type: "aws_route53_zone", assumes: "a public zone of any name" },
  { type: "aws_ssm_parameter", assumes: "parameters that AWS publishes: /aws/service/…" },
  { type: "aws_vpc_endpoint_service", assumes: "every service of AWS in every region" },
];
