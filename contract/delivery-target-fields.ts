import type { CodeDeployTarget, DeliveryTarget } from "./delivery-target";
import { codedeployHookStages, type Controller, type Strategy } from "./deployment";

/** What a field of a JSON document must be. */
export type FieldRule =
  | {
      readonly kind: "text";
      readonly pattern: RegExp;
      /** What the pattern says, in words: "must be …". */
      readonly noun: string;
      readonly example: string;
    }
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "number"; readonly least: number; readonly most: number }
  | { readonly kind: "object"; readonly fields: Fields }
  | { readonly kind: "map"; readonly keys: readonly string[]; readonly values: FieldRule };

export type Fields = Readonly<Record<string, Field>>;

export type Field = FieldRule & { readonly isOptional?: true };

/** The only version there is. */
export const deliveryTargetVersion: DeliveryTarget["version"] = 1;

const lambdaArn: FieldRule = {
  kind: "text",
  pattern: /^arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[\w-]{1,64}(:[\w$-]{1,128})?$/,
  noun: "the ARN of a Lambda function",
  example: "arn:aws:lambda:eu-west-1:111111111111:function:smoke",
};

/** All fields of a delivery target but its version; parser and JSON Schema are made from this. */
export const deliveryTargetFields = {
  environment: name("an environment", "dev"),
  service: name("a service", "orders"),
  account: {
    kind: "text",
    pattern: /^\d{12}$/,
    noun: "an AWS account id of 12 digits",
    example: "111111111111",
  },
  region: {
    kind: "text",
    pattern: /^[a-z]{2}(-[a-z]+)+-\d$/,
    noun: "an AWS region",
    example: "eu-west-1",
  },
  cluster: ecsName("an ECS cluster", "dev"),
  serviceName: ecsName("an ECS service", "orders"),
  taskFamily: ecsName("a task definition family", "dev-orders"),
  templateArn: {
    kind: "text",
    pattern: /^arn:aws:ecs:[a-z0-9-]+:\d{12}:task-definition\/[\w-]{1,255}:[1-9]\d*$/,
    noun: "the ARN of a task definition's revision",
    example: "arn:aws:ecs:eu-west-1:111111111111:task-definition/dev-orders:12",
  },
  container: ecsName("a container", "orders"),
  containerPort: { kind: "number", least: 1, most: 65_535, isOptional: true },
  repositoryUrl: {
    kind: "text",
    pattern: /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\/[a-z0-9]+([._/-][a-z0-9]+)*$/,
    noun: "an ECR repository without tag",
    example: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders",
  },
  imageTag: { kind: "text", pattern: /^\w[\w.-]{0,127}$/, noun: "a tag of images", example: "dev" },
  deployRoleArn: roleArn("arn:aws:iam::111111111111:role/dev-orders-deploy"),
  pushRoleArn: { ...roleArn("arn:aws:iam::999999999999:role/orders-push"), isOptional: true },
  promotedFrom: { ...name("an environment", "dev"), isOptional: true },
  strategy: {
    kind: "words",
    words: ["rolling", "blue-green", "canary", "linear"] satisfies readonly Strategy[],
  },
  controller: { kind: "words", words: ["ecs", "codedeploy"] satisfies readonly Controller[] },
  shiftMinutes: { kind: "number", least: 0, most: 100_000, isOptional: true },
  codedeploy: {
    kind: "object",
    isOptional: true,
    fields: {
      application: codedeployName("an application of CodeDeploy"),
      deploymentGroup: codedeployName("a deployment group of CodeDeploy"),
      hooks: { kind: "map", keys: codedeployHookStages, values: lambdaArn, isOptional: true },
    } satisfies Record<keyof CodeDeployTarget, Field>,
  },
} as const satisfies Record<Exclude<keyof DeliveryTarget, "version">, Field>;

function name(noun: string, example: string): FieldRule {
  const pattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
  return { kind: "text", pattern, noun: `the name of ${noun}`, example };
}

function ecsName(noun: string, example: string): FieldRule {
  return { kind: "text", pattern: /^[\w-]{1,255}$/, noun: `the name of ${noun}`, example };
}

function codedeployName(noun: string): FieldRule {
  return {
    kind: "text",
    pattern: /^[\w.+=,@-]{1,100}$/,
    noun: `the name of ${noun}`,
    example: "dev-orders",
  };
}

function roleArn(example: string): FieldRule {
  return {
    kind: "text",
    pattern: /^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/,
    noun: "the ARN of a role",
    example,
  };
}
