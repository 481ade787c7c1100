import { type EnvironmentFiles } from "../../estate/estate";
import { blocksOf } from "../../values/plain-values";
import { attributeRule, isTrue } from "../attribute-rule";

export const imagesAreScanned = attributeRule({
  id: "images-are-scanned",
  title: "Images are scanned when they are pushed",
  severity: "error",
  controls: ["ECR.1", "CKV_AWS_163"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-1",
  why: "Known holes in an image's packages reach production, and nobody is told.",
  fix: "Set `scan_on_push = true` in `image_scanning_configuration`, or scan the whole registry.",
  types: ["aws_ecr_repository"],
  isAbout: (_, environment) => !scansRegistry(environment),
  attribute: "image_scanning_configuration.scan_on_push",
  must: "must be true",
  default: false,
  holds: isTrue,
});

/** Whether the registry's own setting scans every repository; it then takes the place of theirs. */
function scansRegistry(environment: EnvironmentFiles): boolean {
  return environment
    .all("aws_ecr_registry_scanning_configuration")
    .flatMap(({ values }) => blocksOf(values, "rule"))
    .some(
      (rule) =>
        (rule["scan_frequency"] === "SCAN_ON_PUSH" || rule["scan_frequency"] === "CONTINUOUS_SCAN") &&
        blocksOf(rule, "repository_filter").some(({ filter }) => filter === "*"),
    );
}
