import { z } from "zod";
import { logRetentionDays } from "../../limits/log-retention";
import { regions } from "../../limits/regions";
import { didYouMean, nearest } from "../../problems/did-you-mean";
import { accepts } from "../parsing/fault";
import { matching, text } from "../parsing/fields";

/** AWS account id. @see https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html */
export function accountId() {
  return matching(
    /^\d{12}$/,
    "must be an AWS account id of 12 digits",
    'Write the 12 digits in quotes, without hyphens, for example "111111111111".',
  );
}

export function region() {
  return text('Write a region in quotes, for example "eu-west-1".', (value) => {
    if (regions.includes(value)) return undefined;
    const isNear = nearest(value, regions) !== undefined;
    const advice = isNear ? didYouMean(value, regions) : 'Use a region code such as "eu-west-1".';
    return { must: "must be an AWS region", advice };
  });
}

const periods = logRetentionDays.join(", ");

/** Days that CloudWatch can keep logs. */
export function retentionDays() {
  const known: readonly number[] = logRetentionDays;
  return z
    .number({ error: () => `Use one of ${periods}.` })
    .check(
      accepts((value) =>
        known.includes(value)
          ? undefined
          : { must: "must be a number of days that CloudWatch offers", advice: `Use one of ${periods}.` },
      ),
    );
}

/** Most characters of a name that becomes part of composed names. */
const longestName = 40;

/** Name of a service or a database. */
export function isEntryName(name: string): boolean {
  return name.length <= longestName && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);
}

export const entryNameRule = `must be lower-case letters, digits and single hyphens, start with a letter, not end with a hyphen, and have at most ${longestName} characters`;
