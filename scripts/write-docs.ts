import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deliveryTargetSchema } from "./delivery-target-schema";
import { deployPermissionDocs } from "./deploy-permission-docs";
import { environmentDocs } from "./environment-docs";
import { mutationDocs } from "./mutation-docs";
import { offlineDocs } from "./offline-docs";
import { pictureDocs } from "./picture-docs";
import { rulesDocs } from "./rules-docs";

const docs = join(__dirname, "..", "docs");
writeFileSync(join(__dirname, "..", "contract", "delivery-target.schema.json"), deliveryTargetSchema());
writeFileSync(join(docs, "deploy-permissions.md"), deployPermissionDocs());
writeFileSync(join(docs, "environments.md"), environmentDocs());
writeFileSync(join(docs, "offline-tables.md"), offlineDocs());
writeFileSync(join(docs, "rules.md"), rulesDocs());
writeFileSync(join(docs, "mutations.md"), mutationDocs());
void pictureDocs().then((pictures) => {
  for (const [name, svg] of pictures) writeFileSync(join(docs, "images", name), svg);
});
