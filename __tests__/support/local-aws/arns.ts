import { type ResolvedSettings } from "./service-settings";

export function targetGroupArn({ account, region, environment, name }: ResolvedSettings, color = ""): string {
  return `arn:aws:elasticloadbalancing:${region}:${account}:targetgroup/${environment}-${name}${color}/0123456789abcdef`;
}

export function ruleArn(
  { account, region, environment, name }: ResolvedSettings,
  kind: "production" | "test",
): string {
  return `arn:aws:elasticloadbalancing:${region}:${account}:listener-rule/app/${environment}-public/0123456789abcdef/0123456789abcdef/${environment}-${name}-${kind}`;
}
