import { ecsReplacements } from "./ecs";
import { type ReplacementRow } from "./replacement-table";

/** Services that run, deliver and watch applications. */
export const applicationReplacements: readonly ReplacementRow[] = [...ecsReplacements];
