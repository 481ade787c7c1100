import { asksFor } from "../reading/asked-for";
import { items, isSet, text } from "../../values/reading";
import { type Rule } from "../rule";

/** ELB writes a test object when access logs are switched on: the bucket's policy must let it. */
export const balancerLogBucket: Rule = {
  id: "balancer-log-bucket",
  types: ["aws_lb", "aws_alb"],
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html#attach-bucket-policy",
  check(change) {
    return ["access_logs", "connection_logs", "health_check_logs"]
      .filter((block) => asksFor(change, block))
      .flatMap((block) => items(change.values, block).map((logs) => ({ block, logs })))
      .filter(({ logs }) => isSet(logs, "enabled"))
      .flatMap(({ block, logs }) => {
        const bucket = text(logs, "bucket");
        // A bucket of another account is not in this cloud; a policy's conditions are not evaluated here.
        if (bucket === undefined || !change.cloud.find("aws_s3_bucket", "bucket", bucket)) return [];
        if (change.cloud.find("aws_s3_bucket_policy", "bucket", bucket)) return [];
        return [
          {
            code: "InvalidConfigurationRequest",
            message: `Access Denied for bucket: ${bucket}. Please check S3bucket permission`,
            advice:
              "Give the bucket a policy that lets logdelivery.elasticloadbalancing.amazonaws.com put objects, and let the balancer depend on it.",
            path: [block],
          },
        ];
      });
  },
};
