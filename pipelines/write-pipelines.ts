import { type Dialect } from "./dialect";
import { renderBitbucket } from "./bitbucket/render-bitbucket";
import { renderGithub } from "./github/render-github";
import { renderGitlab, renderGitlabPart, renderGitlabRoot } from "./gitlab/render-gitlab";
import { applicationPipeline } from "./model/application-pipeline";
import { infrastructurePipeline } from "./model/infrastructure-pipeline";
import { type Pipeline, type PipelineKind } from "./model/pipeline";
import { type PipelineOptions } from "./options";

/** A file of a CI. */
export interface PipelineFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** The files that one CI reads. The same options give the same bytes. */
export function writePipelines(dialect: Dialect, options: PipelineOptions): readonly PipelineFile[] {
  const pipelines = options.kinds.map((kind) => models[kind](options));
  return files[dialect](pipelines);
}

export const models: Readonly<Record<PipelineKind, (options: PipelineOptions) => Pipeline>> = {
  application: applicationPipeline,
  infrastructure: infrastructurePipeline,
};

const files: Readonly<Record<Dialect, (pipelines: readonly Pipeline[]) => readonly PipelineFile[]>> = {
  gitlab: gitlabFiles,
  bitbucket: (pipelines) =>
    pipelines.map((pipeline) => ({ path: "bitbucket-pipelines.yml", text: renderBitbucket(pipeline) })),
  github: (pipelines) =>
    pipelines.map((pipeline) => ({
      path: `.github/workflows/${pipeline.kind}.yml`,
      text: renderGithub(pipeline),
    })),
};

function gitlabFiles(pipelines: readonly Pipeline[]): readonly PipelineFile[] {
  const [first, ...others] = pipelines;
  const root = ".gitlab-ci.yml";
  if (first && others.length === 0) return [{ path: root, text: renderGitlab(first) }];
  const parts = pipelines.map((pipeline) => ({
    path: `.gitlab/${pipeline.kind}.yml`,
    text: renderGitlabPart(pipeline),
  }));
  const text = renderGitlabRoot(
    pipelines,
    parts.map(({ path }) => path),
  );
  return [{ path: root, text }, ...parts];
}
