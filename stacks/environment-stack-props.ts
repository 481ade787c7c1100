import type { Environment } from "../config/environment";
import type { AccountStackProps } from "./account-stack";

/** Account, state and tags of an environment's stacks. */
export function environmentStackProps(environment: Environment): AccountStackProps {
  const { name, account, region, state, tags } = environment;
  return { owner: name, account, region, state, tags };
}
