import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";

/** The AWS providers of all stacks; one that takes on a role in a named account is among them. */
export function awsProviders(environment: EnvironmentFiles): readonly Resource[] {
  return environment.stacks.flatMap(({ providers }) => providers.filter(({ type }) => type === "aws"));
}
