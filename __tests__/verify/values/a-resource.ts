import { Resource } from "../../../verify/estate/resource";
import { StackFiles } from "../../../verify/estate/stack-files";
import { type ValueMap } from "../../../verify/values/value";

const stack = new StackFiles(
  { name: "dev-test", folder: "/project/dev-test", dependencies: [], configuration: {} },
  () => undefined,
);

/** A resource with the given attributes. */
export function aResource(address: string, values: ValueMap = {}): Resource {
  return new Resource(stack, "managed", address.split(".")[0] ?? "", address, {}, () => values);
}
