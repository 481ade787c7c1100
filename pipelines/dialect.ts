/** A CI that pipelines are emitted for. */
export type Dialect = "gitlab" | "bitbucket" | "github";

export const dialects = ["gitlab", "bitbucket", "github"] as const satisfies readonly Dialect[];
