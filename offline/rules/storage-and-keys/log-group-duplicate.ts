import { type Rule } from "../rule";
import { uniqueName } from "../reading/unique-name";

export const logGroupDuplicate: Rule = uniqueName({
  id: "log-group-duplicate",
  type: "aws_cloudwatch_log_group",
  attribute: "name",
  documentation:
    "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
  code: "ResourceAlreadyExistsException",
  message: () => "The specified log group already exists",
  advice: (name) =>
    `Import ${name}, or choose another name: services make their log group themselves when it is missing.`,
});
