import { allJobs } from "../triggers";
import type { Job, Pipeline, Setting } from "./pipeline";

/** GitHub gives a job its token; the others have people make one. See docs/review.md. */
const tokens: Readonly<Record<"gitlab" | "bitbucket", Setting>> = {
  gitlab: {
    name: "GITLAB_TOKEN",
    value: undefined,
    about:
      "Secret. Writes the review comment: a project access token, role Reporter, scope api; masked, not protected.",
  },
  bitbucket: {
    name: "BITBUCKET_TOKEN",
    value: undefined,
    about:
      'Secret. Writes the review comment: a repository access token with "Pull requests: Write"; secured.',
  },
};

/** What people have to set for a pipeline, whether its jobs name it or a command reads it. */
export function unknownSettings(pipeline: Pipeline, dialect: keyof typeof tokens): readonly Setting[] {
  const unknown = pipeline.settings.filter(({ value }) => value === undefined);
  return allJobs(pipeline).some(posts) ? [...unknown, tokens[dialect]] : unknown;
}

/** Whether a job writes a comment. */
export function posts({ script }: Job): boolean {
  return script.some((line) => line.includes("--post"));
}
