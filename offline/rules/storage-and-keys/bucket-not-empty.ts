import { isSet, text } from "../../values/reading";
import { type Rule } from "../rule";

const objects = ["aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy"];

/** A bucket is deleted once it holds nothing. */
export const bucketNotEmpty: Rule = {
  id: "bucket-not-empty",
  types: ["aws_s3_bucket"],
  actions: ["delete"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html",
  check({ values, cloud }) {
    const name = text(values, "bucket");
    if (name === undefined || isSet(values, "force_destroy")) return [];
    const left = objects
      .flatMap((type) => cloud.all(type))
      .filter((one) => text(one.values, "bucket") === name);
    if (left.length === 0) return [];
    return [
      {
        code: "BucketNotEmpty",
        message: "The bucket you tried to delete is not empty. You must delete all versions in the bucket.",
        advice: `Delete the objects of ${name} first (${left.length}), or set force_destroy and apply before deleting it.`,
      },
    ];
  },
};
