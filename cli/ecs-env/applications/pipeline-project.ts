import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Estate } from "../../../config/environment";
import { loadEstate } from "../../load-estate";
import { ownPackage } from "../own-package";

/** What is known where the command runs. */
export interface PipelineProject {
  /** The project's environments; undefined outside of a project. */
  readonly estate: Estate | undefined;
  /** This package, as npm installs it: `name@version`. */
  readonly package: string;
}

export function pipelineProject(folder: string): PipelineProject {
  const { name, version } = ownPackage();
  return { estate: estateOf(folder), package: `${name}@${version}` };
}

/** @throws ConfigError when there are environments with mistakes. */
function estateOf(folder: string): Estate | undefined {
  const environments = join(folder, "environments");
  const isProject = existsSync(join(folder, "cdktf.json")) && existsSync(join(environments, "index.ts"));
  return isProject && canLoadTypeScript() ? loadEstate(environments) : undefined;
}

/** `npm run ecs-env` can; the published command is JavaScript and cannot. */
function canLoadTypeScript(): boolean {
  return __filename.endsWith(".ts");
}
