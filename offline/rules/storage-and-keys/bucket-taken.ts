import { text } from "../../values/reading";
import { type Rule } from "../rule";

/** A bucket's name is there once in the world, as far as the world is known. */
export const bucketTaken: Rule = {
  id: "bucket-taken",
  types: ["aws_s3_bucket"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html",
  check({ values, cloud, account, otherAccount }) {
    const name = text(values, "bucket");
    if (name === undefined) return [];
    const refuse = (code: string, message: string, advice: string) => [
      { code, message, advice, path: ["bucket"] },
    ];
    if (cloud.find("aws_s3_bucket", "bucket", name)) {
      return refuse(
        "BucketAlreadyOwnedByYou",
        "Your previous request to create the named bucket succeeded and you already own it.",
        `Import ${name} into this stack, or choose another name.`,
      );
    }
    // Accounts can be asked for one by one only; a name that carries an account's id says which to ask.
    const named = (name.match(/\d{12}/g) ?? []).filter((id) => id !== account);
    if (!named.some((id) => otherAccount(id)?.find("aws_s3_bucket", "bucket", name))) return [];
    return refuse(
      "BucketAlreadyExists",
      "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.",
      `Another account has ${name}. Put this account's id into the name.`,
    );
  },
};
