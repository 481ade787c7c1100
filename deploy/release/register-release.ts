import type { RegisterTaskDefinitionCommandInput } from "@aws-sdk/client-ecs";
import { passingError } from "../aws/passing-error";
import type { EcsPort, TaggedRevision } from "../ports/ecs-port";
import type { Surroundings } from "../ports/ports";

const attempts = 6;
const firstPause = 200;

/**
 * Registers a revision. AWS has no token that makes a second attempt harmless: when the answer to one was lost, the family is
 * looked through before the next, so that no second revision is left behind.
 *
 * @param findRegistered the revision, when a lost attempt has registered it
 */
export async function registerRelease(
  input: RegisterTaskDefinitionCommandInput,
  ecs: Pick<EcsPort, "registerTaskDefinition">,
  findRegistered: () => Promise<TaggedRevision | undefined>,
  { sleep }: Pick<Surroundings, "sleep">,
): Promise<TaggedRevision> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ecs.registerTaskDefinition(input);
    } catch (error) {
      const passing = passingError(error);
      if (passing === undefined || attempt === attempts) throw error;
      await sleep(firstPause * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
      const registered = passing === "unanswered" ? await findRegistered() : undefined;
      if (registered !== undefined) return registered;
    }
  }
}
