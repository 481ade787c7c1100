import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { attributeOf } from "../attribute-rule";
import { itemsOf } from "../../values/plain-values";
import { pointsTo } from "../../values/points-to";

/** Where resources name the bucket that they write logs to. */
const destinations: readonly (readonly [type: string, attribute: string])[] = [
  ["aws_s3_bucket_logging", "target_bucket"],
  ["aws_lb", "access_logs.bucket"],
  ["aws_lb", "connection_logs.bucket"],
  ["aws_flow_log", "log_destination"],
  ["aws_cloudtrail", "s3_bucket_name"],
  ["aws_wafv2_web_acl_logging_configuration", "log_destination_configs"],
];

/** Whether logs are written to a bucket; to log its own access would never end. */
export function keepsLogs(bucket: Resource, environment: EnvironmentFiles): boolean {
  return destinations.some(([type, attribute]) =>
    environment.all(type).some(({ values }) => {
      const written = itemsOf(attributeOf(values, attribute));
      return written.some((value) => pointsTo(value, bucket) || value === bucket.values["bucket"]);
    }),
  );
}
