import { type Resource } from "../../estate/resource";
import { isPlain, itemsOf } from "../../values/plain-values";
import { isMap } from "../../values/fields-of";
import { showValue } from "../../values/show-value";
import { JsonText, Template, type Value } from "../../values/value";
import { attributeOf, isFalse } from "../attribute-rule";
import { type Rule, type Verdict } from "../rule";

const attribute = "environment.privileged_mode";

/** Commands that need a Docker daemon inside the build. */
const buildsImages = /\bdocker(-compose|\s+compose)?\s+(buildx\s+|image\s+)?(build|bake)\b/;

export const buildsArePrivilegedForImagesOnly: Rule = {
  id: "builds-are-privileged-for-images-only",
  title: "Build projects are privileged only to build images",
  severity: "error",
  controls: ["CodeBuild.5", "CKV_AWS_316"],
  page: "https://docs.aws.amazon.com/config/latest/developerguide/codebuild-project-environment-privileged-check.html",
  why: "A privileged build is root on its host: a hostile dependency gets further than the container.",
  fix: "Remove `privileged_mode`; where the build makes images, write its `buildspec` inline, so that this can be seen.",
  check: (environment) =>
    environment.all("aws_codebuild_project").map((resource): Verdict => {
      const privileged = attributeOf(resource.values, attribute) ?? false;
      if (isPlain(privileged) && isFalse(privileged)) return { resource };
      if (isPlain(privileged) && makesImages(resource)) return { resource };
      const must = "must be false: its buildspec makes no image";
      return { resource, problem: { attribute, must, got: showValue(privileged) } };
    }),
};

function makesImages({ values }: Resource): boolean {
  return textsIn(attributeOf(values, "source.buildspec") ?? null).some((text) => buildsImages.test(text));
}

function textsIn(value: Value): readonly string[] {
  if (isPlain(value)) return [String(value)];
  if (value instanceof JsonText) return textsIn(value.value);
  if (value instanceof Template) return value.parts.filter((part) => typeof part === "string");
  return isMap(value) ? Object.values(value).flatMap(textsIn) : listIn(value).flatMap(textsIn);
}

function listIn(value: Value): readonly Value[] {
  return Array.isArray(value) ? itemsOf(value) : [];
}
