import { defineEnvironments } from "../config/define-environments";
import { dev } from "./dev";
import { prod } from "./prod";
import { sit } from "./sit";
import { tooling } from "./tooling";
import { uat } from "./uat";

/** All accounts; a new environment is one file and one word here. */
export const estate = defineEnvironments({ tooling, environments: [dev, sit, uat, prod] });
