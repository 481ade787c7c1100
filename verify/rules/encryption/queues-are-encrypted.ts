import { isUnset } from "../../values/plain-values";
import { isGiven, isTrue, judge } from "../attribute-rule";
import { type Rule } from "../rule";

export const queuesAreEncrypted: Rule = {
  id: "queues-are-encrypted",
  title: "Queues are encrypted",
  severity: "error",
  controls: ["SQS.1", "CKV_AWS_27"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/sqs-controls.html#sqs-1",
  why: "Messages lie in the queue for up to two weeks; older queues are not encrypted unless somebody says so.",
  fix: "Set `kms_master_key_id`, or `sqs_managed_sse_enabled = true`.",
  check: (environment) =>
    environment.all("aws_sqs_queue").map((queue) => {
      const byAws = queue.values["sqs_managed_sse_enabled"];
      return isUnset(byAws)
        ? judge(queue, {
            attribute: "kms_master_key_id",
            must: "must be a key",
            holds: isGiven,
            isName: true,
          })
        : judge(queue, { attribute: "sqs_managed_sse_enabled", must: "must be true", holds: isTrue });
    }),
};
