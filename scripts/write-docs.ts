import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { environmentDocs } from "./environment-docs";

writeFileSync(join(__dirname, "..", "docs", "environments.md"), environmentDocs());
