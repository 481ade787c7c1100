import { join } from "node:path";
import type { Estate } from "../../config/environment";

/** The environments that this repository is shipped with, as they were: tests of the project must not depend on yours. */
export const shopFolder = join(__dirname, "..", "fixtures", "shop");

/** The shop's estate. Container files are found from the working directory, as when a command runs. */
export function shopEstate(): Estate {
  const folder = process.cwd();
  process.chdir(shopFolder);
  try {
    // Loaded from where its container files are.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return require(join(shopFolder, "environments")).estate;
  } finally {
    process.chdir(folder);
  }
}
