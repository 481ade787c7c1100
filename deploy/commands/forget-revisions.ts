import { awsProblem } from "../aws/aws-problem";
import type { Report } from "../progress/progress";
import { revisionsInUse, type Facts } from "../preconditions/facts";
import { shortName } from "../rollout/short-name";
import { tellStep } from "./tell-steps";

/**
 * Deregisters revisions that nothing runs. What cannot be taken back does no harm: it is a warning, and the next deploy tries again.
 */
export async function forgetRevisions(
  { target, aws }: Facts,
  arns: readonly string[],
  report: Report,
): Promise<void> {
  if (arns.length === 0) return;
  const { service } = target;
  const detail = arns.map(shortName).join(", ");
  try {
    const used = revisionsInUse(await aws.ecs.describeService(target.cluster, target.serviceName));
    const unused = arns.filter((arn) => !used.includes(arn));
    if (unused.length === 0) return;
    const step = { step: "forget-revision", title: "take back what nothing runs", detail };
    await tellStep(report, service, step, () =>
      Promise.all(unused.map((arn) => aws.ecs.deregisterTaskDefinition(arn))),
    );
  } catch (error) {
    const { got } = awsProblem(error, "");
    report({
      kind: "warning",
      service,
      message: `${detail} could not be taken back: ${got}.`,
      advice: "Nothing runs it; the next deploy tries again.",
    });
  }
}
