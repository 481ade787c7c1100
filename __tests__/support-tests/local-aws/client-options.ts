import { type LocalAws } from "../../support/local-aws/local-aws";
import { accessKeyOf } from "../../support/local-aws/protocol/credentials";

/** For SDK clients inside of a test: what a process gets from its environment. */
export function clientOptions(aws: LocalAws, account = "111111111111", region = "eu-west-1") {
  return {
    endpoint: aws.url,
    region,
    credentials: { accessKeyId: accessKeyOf(account), secretAccessKey: "local" },
    maxAttempts: 1,
  };
}
