import { isProved, type Facts } from "../preconditions/facts";
import type { Choice } from "../release/choice";
import { inspectImage } from "../release/inspect-image";
import { digestOfRevision } from "../release/release-definition";
import { doubts } from "./doubts";

/**
 * Digest that runs healthy and is not recorded: a deploy could not tell the registry, or ended before it could tell anything. What a
 * rollback leaves is not proved by leaving it.
 */
export async function findUnrecorded(facts: Facts, choice: Choice): Promise<string | undefined> {
  const { target, aws } = facts;
  const [running, taggedDigest] = await Promise.all([facts.running(), facts.taggedDigest()]);
  const digest = running && digestOfRevision(target, running);
  if (running === undefined || digest === undefined) return undefined;
  if (isProved(running)) return digest === taggedDigest ? undefined : digest;
  if (choice.kind === "revision") return undefined;
  const registry = aws.registry(target.repositoryUrl);
  const image = await registry.getImage({ digest });
  const inspected = image && (await inspectImage(image, registry));
  if (inspected === undefined) return undefined;
  return (await doubts(facts, running, inspected)).length === 0 ? digest : undefined;
}
