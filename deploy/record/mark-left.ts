import { awsProblem } from "../aws/aws-problem";
import type { TaggedRevision } from "../ports/ecs-port";
import type { Report } from "../progress/progress";
import { releaseTag } from "../release/release-tags";
import type { Located } from "../target/locate";

/** Marks the release that a rollback left, so that the next rollback does not come back to it. */
export async function markLeft(
  { target, aws }: Located,
  { taskDefinition }: TaggedRevision,
  report: Report,
  now: () => number,
): Promise<void> {
  const { taskDefinitionArn: arn = "", family } = taskDefinition;
  // The seed is of another family, and nobody goes back to it.
  if (family !== target.taskFamily) return;
  try {
    await aws.ecs.tagResource(arn, { [releaseTag.leftByRollback]: new Date(now()).toISOString() });
  } catch (error) {
    const message = `The release that was left could not be marked: ${awsProblem(error, "").got}.`;
    const advice = "The next rollback may offer it: name the release to go to by --release.";
    report({ kind: "warning", service: target.service, message, advice });
  }
}
