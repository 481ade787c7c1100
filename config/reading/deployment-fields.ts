import { z } from "zod";
import type { Strategy } from "../../contract/deployment";
import { accepts, type Fault } from "../parsing/fault";
import { fields, list, matching, oneOf, text, wholeNumber } from "../parsing/fields";

const strategy = oneOf("rolling", "blue-green", "canary", "linear");

/** All fields that deployments have; which of them a strategy has is in `fieldsLackedBy`. */
export const deploymentFields = {
  strategy,
  controller: oneOf("ecs", "codedeploy"),
  bakeMinutes: minutes(),
  percent: percent(),
  canaryBakeMinutes: minutes(),
  stepPercent: percent(),
  stepBakeMinutes: minutes(),
  testHeader: fields({
    name: text('Write the name of a header, for example "x-release".', findHeaderNameFault),
    value: text('Write text that no visitor sends by chance, for example "7f3c9a".', findHeaderValueFault),
  }),
  hooks: list(
    fields({
      functionArn: matching(
        /^arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[\w-]{1,64}(:[\w$-]{1,128})?$/,
        "must be the ARN of a Lambda function",
        "Copy it from the Lambda console: arn:aws:lambda:<region>:<account>:function:<name>.",
      ),
      stages: list(
        text("Write the name of a stage in quotes."),
        'Write a list of stages, for example ["POST_TEST_TRAFFIC_SHIFT"].',
      ).check(accepts(atLeastOneStage)),
    }),
    'Write a list of { functionArn: "arn:aws:lambda:…", stages: ["POST_TEST_TRAFFIC_SHIFT"] }.',
  ),
  /** Read field by field: see `alarmFields`. */
  alarms: z.unknown(),
  changesFrom: strategy,
};

export const alarmFields = {
  names: list(
    text("Write the name of an alarm in quotes.", findAlarmNameFault),
    'Write a list of names, for example ["orders-latency"].',
  ),
  errorPercent: z.custom<number | "none">().check(accepts(findErrorPercentFault)),
  periodSeconds: wholeNumber(10, 86_400, "seconds"),
  evaluationPeriods: wholeNumber(1, 1440),
};

const whenShifting = ["controller", "bakeMinutes", "testHeader", "hooks"];
const ofCanary = ["percent", "canaryBakeMinutes"];
const ofLinear = ["stepPercent", "stepBakeMinutes"];

/** Fields that a strategy does not have. */
export const fieldsLackedBy: Readonly<Record<Strategy, readonly string[]>> = {
  rolling: [...whenShifting, ...ofCanary, ...ofLinear],
  "blue-green": [...ofCanary, ...ofLinear],
  canary: ofLinear,
  linear: ofCanary,
};

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
function minutes() {
  return wholeNumber(0, 1440, "minutes");
}

const percentRange = "a number from 0.1 to 100 (percent) with at most one decimal";

function percent() {
  return z
    .number({ error: () => `Use ${percentRange}.` })
    .check(
      accepts((value) =>
        isPercent(value)
          ? undefined
          : { must: `must be ${percentRange}`, advice: "Choose a value in that range." },
      ),
    );
}

function isPercent(value: unknown): boolean {
  return typeof value === "number" && value >= 0.1 && value <= 100 && Number(value.toFixed(1)) === value;
}

function findErrorPercentFault(value: unknown): Fault | undefined {
  if (value === "none" || isPercent(value)) return undefined;
  return { must: `must be ${percentRange}, or "none"`, advice: 'Use for example 5, or "none" for no alarm.' };
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpHeaderConditionConfig.html */
function findHeaderNameFault(value: string): Fault | undefined {
  const advice = 'Use for example "x-release".';
  if (!/^[A-Za-z0-9!#$%&'+.^_`|~-]{1,40}$/.test(value)) {
    return { must: "must be the name of a header of at most 40 characters", advice };
  }
  return value.toLowerCase() === "host" ? { must: "must be another header than Host", advice } : undefined;
}

/** What a condition compares is a pattern, with wildcards. */
function findHeaderValueFault(value: string): Fault | undefined {
  const isPlain = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(value) && !/[*?\\]/.test(value);
  if (isPlain && value.length <= 128) return undefined;
  return {
    must: "must be 1 to 128 printable characters without wildcards (* and ?) and backslashes",
    advice: 'Use for example "7f3c9a".',
  };
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
function findAlarmNameFault(value: string): Fault | undefined {
  if (
    /^[\x21-\x7e\xa0-\u{10ffff}]([\x20-\x7e\xa0-\u{10ffff}]{0,253}[\x21-\x7e\xa0-\u{10ffff}])?$/u.test(value)
  ) {
    return undefined;
  }
  return {
    must: "must be the name of an alarm of at most 255 characters",
    advice: "Copy it from the CloudWatch console: the name, not the ARN.",
  };
}

function atLeastOneStage(stages: readonly unknown[]): Fault | undefined {
  if (stages.length > 0) return undefined;
  return { must: "must name at least one stage", advice: "Name the stages, or remove the hook." };
}
