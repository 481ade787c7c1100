import { bitbucket } from "./bitbucket";
import { type Forge } from "./forge";
import { github } from "./github";
import { gitlab } from "./gitlab";
import { type ForgeName } from "./target";

export const forges: Readonly<Record<ForgeName, Forge>> = { gitlab, github, bitbucket };
