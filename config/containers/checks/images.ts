import { nearest } from "../../../problems/did-you-mean";
import { isInPrivateRegistry, outOfReach } from "../../private-registry";
import type { Finding } from "../finding";
import { parseImageReference } from "../image-reference";
import { showText } from "../../../json-files/show-text";
import type { ContainerCheck } from "./container-check";

/** A sidecar names its image; only the application's image comes from the pipeline. */
export const sidecarsHaveImages: ContainerCheck = {
  reads: ["name", "image"],
  find: (containers, { service }) => {
    const names = containers.map(({ name }) => name);
    // A misspelt application container is reported as such, by `applicationContainerExists`.
    const application = names.includes(service) ? service : nearest(service, names);
    return containers.flatMap(({ name, image }, index): Finding[] => {
      if (name === application || image !== undefined) return [];
      const must = `must have the field "image", because only "${service}" gets its image from the library`;
      const advice = 'Add "image": "<registry>/<repository>:<tag>".';
      return [{ path: [index], must, got: "nothing", advice }];
    });
  },
};

/** An image reference that a registry client understands. */
export const imagesAreReferences: ContainerCheck = {
  reads: ["image"],
  find: (containers) =>
    containers.flatMap(({ image }, index): Finding[] => {
      if (image === undefined || parseImageReference(image)) return [];
      const must = "must be an image reference";
      const advice = "Write <registry>/<repository>:<tag> or <registry>/<repository>@sha256:<digest>.";
      return [{ path: [index, "image"], must, got: showText(image), advice }];
    }),
};

/** A sidecar without a fixed tag would change without a review. */
export const sidecarImagesAreFixed: ContainerCheck = {
  reads: ["name", "image"],
  find: (containers, { service }) =>
    containers.flatMap(({ name, image }, index): Finding[] => {
      if (image === undefined || name === service) return [];
      const reference = parseImageReference(image);
      if (!reference || reference.digest !== undefined) return [];
      if (reference.tag !== undefined && reference.tag !== "latest") return [];
      const must = "must have a tag other than latest, or a digest, so that it changes only through a review";
      const got = reference.tag === undefined ? `no tag in ${showText(image)}` : showText(image);
      return [{ path: [index, "image"], must, got, advice: "Write the version that you tested." }];
    }),
};

/** An image from elsewhere never arrives in a task without a way to the internet. */
export const imagesAreInReach: ContainerCheck = {
  reads: ["image"],
  find: (containers, { region, privateImagesOnly }) => {
    if (region === undefined || !privateImagesOnly) return [];
    return containers.flatMap(({ image }, index): Finding[] => {
      if (image === undefined || !parseImageReference(image) || isInPrivateRegistry(image, region)) return [];
      return [{ path: [index, "image"], ...outOfReach(region), got: showText(image) }];
    });
  },
};
