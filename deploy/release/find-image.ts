import type { DeliveryTarget } from "../../contract/delivery-target";
import type { Problem } from "../../problems/problem";
import type { ImageSelector, RegistryPort } from "../ports/registry-port";
import { PreconditionError } from "../precondition-error";
import { inspectImage, type InspectedImage } from "./inspect-image";

/** An image of the target's repository. @throws PreconditionError when it is not there, or is none */
export async function findImage(
  target: DeliveryTarget,
  registry: RegistryPort,
  selector: ImageSelector,
  advice: string,
): Promise<InspectedImage> {
  const name = "tag" in selector ? `:${selector.tag}` : `@${selector.digest}`;
  const where = `image ${target.repositoryUrl}${name}`;
  const found = await registry.getImage(selector);
  if (found === undefined)
    throw refuse(target, { where, must: "must be in the repository", got: "nothing", advice });
  const image = await inspectImage(found, registry);
  if (image !== undefined) return image;
  throw refuse(target, {
    where,
    must: "must be a container image",
    got: found.mediaType || "something else",
    advice: "Charts, signatures and attestations live in repositories, too: name the image itself.",
  });
}

function refuse({ environment, service }: DeliveryTarget, problem: Problem): PreconditionError {
  return new PreconditionError(`${environment}/${service}`, [problem]);
}
