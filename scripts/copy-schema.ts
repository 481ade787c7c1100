import { copyFileSync } from "node:fs";
import { join } from "node:path";

/** TypeScript does not copy JSON that no code imports: the schema of the delivery target is for other tools. */
const root = join(__dirname, "..");
const schema = join("contract", "delivery-target.schema.json");
copyFileSync(join(root, schema), join(root, "dist", schema));
