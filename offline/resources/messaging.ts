import { text } from "../values/reading";
import { type Values } from "../values/value";
import { type ResourceBehaviour } from "./behaviour";
import { nameOrPrefixed } from "./made-up-ids";
import { templatedBehaviour, type TemplatedAnswer } from "./templated-behaviour";

/** Names of FIFO topics and queues end in `.fifo`. */
function namedForOrder(attribute: string): TemplatedAnswer {
  return (known, aws) => {
    const name = nameOrPrefixed(known, aws);
    return known[attribute] === true && !name.endsWith(".fifo") ? `${name}.fifo` : name;
  };
}

const topic = templatedBehaviour("aws_sns_topic", {
  name: namedForOrder("fifo_topic"),
  name_prefix: "",
  arn: "arn:{partition}:sns:{region}:{account}:{name}",
  id: "{arn}",
  owner: "{account}",
  policy: (known, { account }) => ownersTopic(known, account),
  signature_version: 0,
  tracing_config: "",
  fifo_throughput_scope: (known) => (known["fifo_topic"] === true ? "Topic" : ""),
});

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html */
function ownersTopic(known: Values, account: string): string {
  const calls = [
    "GetTopicAttributes",
    "SetTopicAttributes",
    "AddPermission",
    "RemovePermission",
    "DeleteTopic",
    "Subscribe",
    "ListSubscriptionsByTopic",
    "Publish",
  ];
  return JSON.stringify({
    Version: "2008-10-17",
    Id: "__default_policy_ID",
    Statement: [
      {
        Sid: "__default_statement_ID",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: calls.map((call) => `SNS:${call}`),
        Resource: text(known, "arn") ?? "",
        Condition: { StringEquals: { "AWS:SourceOwner": account } },
      },
    ],
  });
}

/** Somebody must click the link in a mail, or answer a request, before a subscription counts. */
const subscription = templatedBehaviour("aws_sns_topic_subscription", {
  arn: "{topic_arn}:{uuid}",
  id: "{arn}",
  owner_id: "{account}",
  pending_confirmation: (known) =>
    ["email", "email-json", "http", "https"].includes(text(known, "protocol") ?? ""),
  confirmation_was_authenticated: (known) =>
    ["sqs", "lambda", "firehose"].includes(text(known, "protocol") ?? ""),
  filter_policy_scope: (known) => (text(known, "filter_policy") === undefined ? "" : "MessageAttributes"),
});

const topicPolicy = templatedBehaviour("aws_sns_topic_policy", { id: "{arn}", owner: "{account}" });

const queue = templatedBehaviour("aws_sqs_queue", {
  name: namedForOrder("fifo_queue"),
  name_prefix: "",
  arn: "arn:{partition}:sqs:{region}:{account}:{name}",
  url: "https://sqs.{region}.{dnsSuffix}/{account}/{name}",
  id: "{url}",
  policy: "",
  redrive_policy: "",
  redrive_allow_policy: "",
  kms_data_key_reuse_period_seconds: 300,
  sqs_managed_sse_enabled: (known) => text(known, "kms_master_key_id") === undefined,
  deduplication_scope: (known) => (known["fifo_queue"] === true ? "queue" : ""),
  fifo_throughput_limit: (known) => (known["fifo_queue"] === true ? "perQueue" : ""),
});

const queuePolicies = ["policy", "redrive_policy", "redrive_allow_policy"].map((kind) =>
  templatedBehaviour(`aws_sqs_queue_${kind}`, { id: "{queue_url}" }),
);

export const messagingBehaviours: readonly ResourceBehaviour[] = [
  topic,
  subscription,
  topicPolicy,
  queue,
  ...queuePolicies,
];
