/**
 * Actions for which AWS knows no resource, so that a policy has to say `*`, with the page of the service authorization
 * reference (https://docs.aws.amazon.com/service-authorization/latest/reference/) that says so. A trailing `*` stands for
 * all actions that begin so.
 */
const table: Readonly<Record<string, readonly string[]>> = {
  list_amazonelasticcontainerregistry: ["ecr:GetAuthorizationToken"],
  list_amazonelasticcontainerregistrypublic: ["ecr-public:GetAuthorizationToken"],
  list_awssecuritytokenservice: ["sts:GetCallerIdentity", "sts:GetServiceBearerToken"],
  list_amazonsessionmanagermessagegatewayservice: ["ssmmessages:*"],
  list_amazonmessagedeliveryservice: ["ec2messages:*"],
  list_amazonelasticcontainerservice: [
    "ecs:CreateCluster",
    "ecs:DeregisterTaskDefinition",
    "ecs:DescribeTaskDefinition",
    "ecs:DiscoverPollEndpoint",
    "ecs:ListClusters",
    "ecs:ListServices",
    "ecs:ListTaskDefinitionFamilies",
    "ecs:ListTaskDefinitions",
  ],
  list_amazoncloudwatchlogs: [
    "logs:DescribeQueries",
    "logs:DescribeResourcePolicies",
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
  ],
  list_amazoncloudwatch: [
    "cloudwatch:DescribeAlarmsForMetric",
    "cloudwatch:GetMetricData",
    "cloudwatch:GetMetricStatistics",
    "cloudwatch:ListDashboards",
    "cloudwatch:ListMetrics",
    "cloudwatch:PutMetricData",
  ],
  list_awsx_ray: [
    "xray:GetSamplingRules",
    "xray:GetSamplingStatisticSummaries",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
  ],
  list_amazonec2: ["ec2:Describe*"],
  list_awselasticloadbalancingv2: ["elasticloadbalancing:Describe*"],
  list_amazonec2autoscaling: ["autoscaling:Describe*"],
  list_awsapplicationautoscaling: ["application-autoscaling:Describe*"],
  list_amazonroute53: ["route53:ListHostedZones", "route53:ListHostedZonesByName"],
  list_awscertificatemanager: ["acm:ListCertificates"],
  list_amazons3: ["s3:GetAccountPublicAccessBlock", "s3:ListAllMyBuckets"],
  list_awskeymanagementservice: ["kms:CreateKey", "kms:GenerateRandom", "kms:ListAliases", "kms:ListKeys"],
  list_awssecretsmanager: [
    "secretsmanager:BatchGetSecretValue",
    "secretsmanager:GetRandomPassword",
    "secretsmanager:ListSecrets",
  ],
  list_awssystemsmanager: ["ssm:DescribeParameters"],
  list_amazonsns: ["sns:ListTopics"],
  list_amazonsqs: ["sqs:ListQueues"],
  list_amazondynamodb: ["dynamodb:ListTables"],
  list_awscodedeploy: ["codedeploy:GetDeploymentTarget", "codedeploy:StopDeployment"],
  list_awslambda: ["lambda:ListFunctions"],
  list_awscloudmap: ["servicediscovery:DiscoverInstances", "servicediscovery:ListNamespaces"],
  list_amazonresourcegrouptaggingapi: ["tag:GetResources"],
  list_awsidentityandaccessmanagement: ["iam:GetAccountSummary", "iam:ListAccountAliases", "iam:ListRoles"],
};

/** Actions with a resource to name, for which AWS's own documentation says `*`: the first lists, the second only adds. */
const granted = ["logs:DescribeLogGroups", "ecs:RegisterTaskDefinition"];

const patterns = [...Object.values(table).flat(), ...granted].map((action) => action.toLowerCase());

/** Whether AWS offers no resource to name for an action, as a policy writes it. */
export function hasNoResource(action: string): boolean {
  const asked = action.toLowerCase();
  return patterns.some((pattern) =>
    pattern.endsWith("*") ? asked.startsWith(pattern.slice(0, -1)) : asked === pattern,
  );
}
