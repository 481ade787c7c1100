import { imageFit } from "../release/image-fit";
import type { AimedService, Precondition } from "./precondition";

/** The image that was asked for exists; the promise says why not. */
export const imageExists: Precondition<AimedService> = {
  id: "image",
  title: "the image is in the repository",
  check: async ({ choose }) => {
    await choose();
    return [];
  },
};

/** The same for a rollback, which asks for a release and not for an image. */
export const releaseExists: Precondition<AimedService> = {
  ...imageExists,
  id: "release",
  title: "there is a release to go back to, and its image",
};

/** The template is there to be copied. */
export const templateIsReadable: Precondition<AimedService> = {
  id: "template",
  title: "the template is active and has the application container",
  check: async ({ facts: { template, target } }) => {
    const definition = (await template())?.taskDefinition;
    const where = `template ${target.templateArn}`;
    const advice = `Apply the stack ${target.environment}-services: it registers a template and writes the delivery target.`;
    if (definition?.status !== "ACTIVE") {
      return [{ where, must: "must be an active revision", got: definition?.status ?? "nothing", advice }];
    }
    const names = (definition.containerDefinitions ?? []).flatMap(({ name }) => name ?? []);
    if (names.includes(target.container)) return [];
    const must = `must have the container ${target.container}`;
    return [{ where, must, got: names.join(", ") || "none", advice }];
  },
};

export const imageFits: Precondition<AimedService> = {
  id: "architecture",
  title: "the image is for the processor of the tasks",
  check: async ({ facts, choose }) => {
    const [template, { image }] = await Promise.all([facts.template(), choose()]);
    return template === undefined ? "open" : imageFit(image, template.taskDefinition);
  },
};

/** The environment before has proved the digest. */
export const isPromotable: Precondition<AimedService> = {
  id: "promotion",
  title: "the environment before has proved the image",
  check: async ({ facts: { target, isRecorded }, choose, unproven }) => {
    if (target.promotedFrom === undefined || unproven !== undefined) return [];
    const { image } = await choose();
    if (await isRecorded(image.digest, target.promotedFrom)) return [];
    return [
      {
        where: `image ${image.digest}`,
        must: `must have been healthy in ${target.promotedFrom} before it runs in ${target.environment}`,
        got: "no record of it",
        advice: `Deploy it to ${target.promotedFrom} first; in an emergency, --unproven "<reason>" leaves a record.`,
      },
    ];
  },
};

/** For commands that copy the template. */
export const ofTemplateAndImage = [imageExists, templateIsReadable, imageFits, isPromotable] as const;
