import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

export const messagingReplacements: readonly ReplacementRow[] = [
  ...rowsOf("sns/latest/api", {
    aws_sns_topic: ["SetTopicAttributes", "name", "name_prefix", "fifo_topic"],
    aws_sns_topic_subscription: ["SetSubscriptionAttributes", "topic_arn", "protocol", "endpoint"],
    aws_sns_topic_policy: ["SetTopicAttributes", "arn"],
  }),
  ...rowsOf("AWSSimpleQueueService/latest", {
    aws_sqs_queue: ["SetQueueAttributes", "name", "name_prefix", "fifo_queue"],
    aws_sqs_queue_policy: ["SetQueueAttributes", "queue_url"],
    aws_sqs_queue_redrive_policy: ["SetQueueAttributes", "queue_url"],
    aws_sqs_queue_redrive_allow_policy: ["SetQueueAttributes", "queue_url"],
  }),
];
