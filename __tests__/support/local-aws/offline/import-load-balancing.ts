import { type Region } from "../region";
import { type Reader } from "./values-reader";

export function importTargetGroup(region: Region, values: Reader): void {
  const arn = values.text("arn") ?? "";
  region.targetGroups.set(arn, { arn, targets: new Map() });
}

/** Only the forward action is of interest. */
export function importRule(region: Region, values: Reader): void {
  const arn = values.text("arn") ?? "";
  const action = values.block("action");
  const groups = action?.block("forward")?.blocks("target_group") ?? [];
  const TargetGroups = groups.map((group) => ({
    TargetGroupArn: group.text("arn"),
    Weight: group.number("weight") ?? 1,
  }));
  const only = action?.text("target_group_arn");
  region.listenerOfRule.set(arn, values.text("listener_arn") ?? "");
  region.rules.set(arn, {
    RuleArn: arn,
    Priority: String(values.number("priority") ?? ""),
    IsDefault: false,
    Actions: [
      {
        Type: "forward",
        Order: 1,
        TargetGroupArn: only,
        ForwardConfig: {
          TargetGroups: TargetGroups.length > 0 ? TargetGroups : [{ TargetGroupArn: only, Weight: 1 }],
        },
      },
    ],
  });
}
