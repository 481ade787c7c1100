/** Folder of `ecs-env` beside `cdktf.json`; not for the repository. */
export const ownFolder = ".ecs-env";
