import { text } from "../../values/reading";
import { type Rule } from "../rule";

/** Beginnings and ends that S3 keeps for itself. */
const reserved = /^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/;

/** Names of buckets: 3 to 63 lower-case letters, digits, dots and hyphens. */
export const bucketName: Rule = {
  id: "bucket-name",
  types: ["aws_s3_bucket"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
  check({ values }) {
    const name = text(values, "bucket");
    const advice = name === undefined ? undefined : whatToDo(name);
    if (advice === undefined) return [];
    return [
      {
        code: "InvalidBucketName",
        message: `The specified bucket is not valid: ${name}`,
        advice,
        path: ["bucket"],
      },
    ];
  },
};

function whatToDo(name: string): string | undefined {
  if (name.length < 3 || name.length > 63) return `It has ${name.length} characters; use 3 to 63.`;
  if (!/^[a-z0-9][a-z0-9.-]*[a-z0-9]$/.test(name))
    return "Use lower-case letters, digits, dots and hyphens, with a letter or digit at both ends.";
  if (name.includes("..")) return "Put something between the dots.";
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return "A name may not look like an IP address.";
  return reserved.test(name) ? "S3 keeps this beginning or end for itself. Choose another." : undefined;
}
