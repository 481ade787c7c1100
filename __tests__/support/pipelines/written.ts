import { type Dialect } from "../../../pipelines/dialect";
import { type PipelineOptions } from "../../../pipelines/options";
import { writePipelines } from "../../../pipelines/write-pipelines";
import { readBitbucket } from "./read-bitbucket";
import { readGithub } from "./read-github";
import { readGitlab } from "./read-gitlab";
import { type ReadPipeline } from "./read-pipeline";

const readers: Readonly<Record<Dialect, (text: string) => ReadPipeline>> = {
  gitlab: readGitlab,
  bitbucket: readBitbucket,
  github: readGithub,
};

/** The one pipeline of some options, written in a dialect and read back. */
export function written(dialect: Dialect, options: PipelineOptions): ReadPipeline {
  return readers[dialect](textOf(dialect, options));
}

export function textOf(dialect: Dialect, options: PipelineOptions): string {
  const [file] = writePipelines(dialect, options);
  return file?.text ?? "";
}
