import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { environmentDocs } from "./environment-docs";
import { mutationDocs } from "./mutation-docs";
import { offlineDocs } from "./offline-docs";
import { pictureDocs } from "./picture-docs";
import { rulesDocs } from "./rules-docs";

const docs = join(__dirname, "..", "docs");
writeFileSync(join(docs, "environments.md"), environmentDocs());
writeFileSync(join(docs, "offline-tables.md"), offlineDocs());
writeFileSync(join(docs, "rules.md"), rulesDocs());
writeFileSync(join(docs, "mutations.md"), mutationDocs());
void pictureDocs().then((pictures) => {
  for (const [name, svg] of pictures) writeFileSync(join(docs, "images", name), svg);
});
