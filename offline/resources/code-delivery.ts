import { type ResourceBehaviour } from "./behaviour";
import { templatedBehaviour } from "./templated-behaviour";

const codedeployApp = templatedBehaviour(
  "aws_codedeploy_app",
  {
    application_id: "{uuid}",
    id: "{application_id}",
    arn: "arn:{partition}:codedeploy:{region}:{account}:application:{name}",
    linked_to_github: false,
  },
  { importId: "{name}" },
);

const deploymentConfig = templatedBehaviour("aws_codedeploy_deployment_config", {
  deployment_config_id: "{uuid}",
  id: "{deployment_config_name}",
  arn: "arn:{partition}:codedeploy:{region}:{account}:deploymentconfig:{deployment_config_name}",
});

const deploymentGroup = templatedBehaviour(
  "aws_codedeploy_deployment_group",
  {
    deployment_group_id: "{uuid}",
    id: "{deployment_group_id}",
    arn: "arn:{partition}:codedeploy:{region}:{account}:deploymentgroup:{app_name}/{deployment_group_name}",
    compute_platform: (known, { cloud }) => {
      const app = cloud.find("aws_codedeploy_app", "name", String(known["app_name"] ?? ""));
      return app?.values["compute_platform"] ?? "Server";
    },
  },
  {
    computedBlocks: ["blue_green_deployment_config", "deployment_style"],
    importId: "{app_name}:{deployment_group_name}",
  },
);

/** Without a key, artifacts are encrypted with the account's own key of S3. */
const codebuildProject = templatedBehaviour(
  "aws_codebuild_project",
  {
    arn: "arn:{partition}:codebuild:{region}:{account}:project/{name}",
    id: "{arn}",
    encryption_key: "arn:{partition}:kms:{region}:{account}:alias/aws/s3",
    auto_retry_limit: 0,
  },
  { importId: "{name}" },
);

const codepipeline = templatedBehaviour("aws_codepipeline", {
  arn: "arn:{partition}:codepipeline:{region}:{account}:{name}",
  id: "{name}",
});

/** A person has to confirm a connection in the console: until then it is pending. */
function connection(type: string, service: string, more: Readonly<Record<string, string>> = {}) {
  return templatedBehaviour(type, {
    ...more,
    arn: `arn:{partition}:${service}:{region}:{account}:connection/{uuid}`,
    id: "{arn}",
    connection_status: "PENDING",
    provider_type: "",
  });
}

const connectionHost = templatedBehaviour("aws_codeconnections_host", {
  arn: "arn:{partition}:codeconnections:{region}:{account}:host/{name}-{hex:8}",
  id: "{arn}",
});

const notificationRule = templatedBehaviour("aws_codestarnotifications_notification_rule", {
  arn: "arn:{partition}:codestar-notifications:{region}:{account}:notificationrule/{hex:40}",
  id: "{arn}",
});

export const codeDeliveryBehaviours: readonly ResourceBehaviour[] = [
  codedeployApp,
  deploymentConfig,
  deploymentGroup,
  codebuildProject,
  codepipeline,
  connection("aws_codestarconnections_connection", "codestar-connections"),
  connection("aws_codeconnections_connection", "codeconnections", { owner_account_id: "{account}" }),
  connectionHost,
  notificationRule,
];
