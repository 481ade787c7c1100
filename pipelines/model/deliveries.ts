import type { PipelineOptions } from "../options";
import { type Trigger } from "./pipeline";

/** One environment and what brings a release there. */
export interface Delivery {
  readonly environment: string;
  readonly on: readonly Trigger[];
  /** Environment whose deployment must have succeeded in the same pipeline. */
  readonly after?: string;
  /** The release was built by an earlier pipeline, of the branch that this tag's commit merged. */
  readonly isTagged?: true;
}

/** Branches that an image is built of. */
export function builtOn({ flow, branch }: PipelineOptions): readonly Trigger[] {
  return flow === "simple" ? [push(branch)] : [...work, ...releases];
}

/** Branches to environments, in the order of promotion. */
export function deliveries(options: PipelineOptions): readonly Delivery[] {
  const names = options.environments.map(({ name }) => name);
  if (options.flow === "simple") return chain(names, [push(options.branch)]);
  const tested = names.at(-2);
  const last = names.at(-1);
  if (tested === undefined || last === undefined) return chain(names, work);
  return [
    ...chain(names.slice(0, -2), work),
    { environment: tested, on: releases },
    { environment: last, on: [{ event: "tag", tag: "v*" }], isTagged: true },
  ];
}

const work = [push("develop")];
const releases = [push("release/*"), push("hotfix/*")];

function push(branch: string): Trigger {
  return { event: "push", branch };
}

function chain(names: readonly string[], on: readonly Trigger[]): readonly Delivery[] {
  return names.map((environment, index) => {
    const after = names[index - 1];
    return { environment, on, ...(after !== undefined && { after }) };
  });
}
