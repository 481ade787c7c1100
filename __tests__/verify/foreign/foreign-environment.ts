import { parse } from "@cdktf/hcl2json";
import { join } from "node:path";
import { type EnvironmentFiles } from "../../../verify/estate/estate";
import { readEstate } from "../../../verify/estate/read-estate";
import { readTerraformFolder } from "../../../verify/sources/read-terraform-folder";

const folder = join(__dirname, "..", "..", "fixtures", "foreign");

/** One of the configurations in `fixtures/foreign`, as `ecs-env verify --dir` reads it. */
export async function foreignEnvironment(name: string): Promise<EnvironmentFiles> {
  const [environment] = readEstate([await readTerraformFolder(join(folder, name), parse)]).environments;
  if (environment === undefined) throw new Error(`No configuration ${name}`);
  return environment;
}
