import { formatGiven, type Problem } from "../../problems/problem";
import type { EnvironmentDraft } from "../draft";

/** State of one account in a bucket or under a key of another one is nearly always a line copied from there. */
export function stateMatchesAccount({
  account,
  state,
}: Pick<EnvironmentDraft, "account" | "state">): readonly Problem[] {
  if (account === undefined || state?.kind !== "s3") return [];
  const { bucket, region, kmsKeyArn } = state;
  const otherAccount = bucket.match(/(?<!\d)\d{12}(?!\d)/g)?.find((id) => id !== account);
  const problems: Problem[] = [];
  if (otherAccount !== undefined) {
    problems.push({
      where: "state.bucket",
      must: `must not name another account than ${account}`,
      got: formatGiven(bucket),
      advice: "Use the bucket of this account.",
    });
  }
  const [, , , keyRegion, keyAccount] = kmsKeyArn?.split(":") ?? [];
  if (kmsKeyArn !== undefined && keyAccount !== account) {
    problems.push({
      where: "state.kmsKeyArn",
      must: `must be a key of the account ${account}`,
      got: formatGiven(kmsKeyArn),
      advice: "Use the key of this account's state bucket.",
    });
  }
  if (kmsKeyArn !== undefined && keyRegion !== region) {
    problems.push({
      where: "state.kmsKeyArn",
      must: `must be a key in the region of the bucket, ${region}`,
      got: formatGiven(kmsKeyArn),
      advice: "Use a key of that region: S3 takes no other.",
    });
  }
  return problems;
}
