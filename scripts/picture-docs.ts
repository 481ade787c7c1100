import { estate } from "../environments";
import { buildApp } from "../stacks/build-app";
import { prepareStacks } from "../stacks/prepare-stacks";
import { pictureOf } from "../verify/diagram/picture-of";
import { svgOf } from "../verify/diagram/svg";
import { readEstate } from "../verify/estate/read-estate";
import { readNetwork } from "../verify/network/read-network";

/** Environments that the documentation shows. */
const shown = ["dev"];

/** Pictures of environments as SVG, by the names of their files in `docs/images/`. */
export async function pictureDocs(): Promise<ReadonlyMap<string, string>> {
  const stacks = prepareStacks(buildApp(estate)).map((stack) => ({
    name: stack.node.id,
    folder: stack.node.id,
    dependencies: stack.dependencies.map(({ node }) => node.id),
    configuration: JSON.parse(JSON.stringify(stack.toTerraform())),
  }));
  const environments = readEstate(stacks).environments.filter(({ name }) => shown.includes(name));
  const pictures = environments.map(async (environment) => {
    const svg = await svgOf(pictureOf(readNetwork(environment), environment));
    return [`${environment.name}.svg`, svg] as const;
  });
  return new Map(await Promise.all(pictures));
}
