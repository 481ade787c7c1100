import { detectSecret, isHarmless, namesSecret } from "../../../secrets/secret-detectors";
import { type Resource } from "../../estate/resource";
import { blocksOf, isPlain } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { type ValueMap } from "../../values/value";
import { type Rule, type Verdict } from "../rule";

export const buildsHaveNoPlainSecrets: Rule = {
  id: "builds-have-no-plain-secrets",
  title: "Variables of build projects hold no secrets",
  severity: "error",
  controls: ["CodeBuild.2"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-2",
  why: "Variables of the type PLAINTEXT are shown in the console and to all who may read the project.",
  fix: "Set the variable's `type` to SECRETS_MANAGER or PARAMETER_STORE, and its `value` to the name of the secret there.",
  check: (environment) =>
    environment.all("aws_codebuild_project").flatMap((project): readonly Verdict[] => {
      const problems = blocksOf(project.values, "environment")
        .flatMap((block) => blocksOf(block, "environment_variable"))
        .filter(isPlainSecret)
        .map((variable) => showsSecret(project, variable));
      return problems.length > 0 ? problems : [{ resource: project }];
    }),
};

function isPlainSecret({ name, value, type }: ValueMap): boolean {
  if (type === "SECRETS_MANAGER" || type === "PARAMETER_STORE") return false;
  const text = isPlain(value) ? String(value) : "";
  if (detectSecret(text) !== undefined) return true;
  // A name that the files do not tell may be that of a secret.
  const hasSecretName =
    !isPlain(name) ||
    /^AWS_(SECRET_ACCESS_KEY|ACCESS_KEY_ID)$/.test(String(name)) ||
    namesSecret(String(name));
  return hasSecretName && !(isPlain(value) && isHarmless(text));
}

function showsSecret(resource: Resource, { name = null, type }: ValueMap): Verdict {
  const attribute = `environment.environment_variable.${isPlain(name) ? String(name) : showValue(name)}`;
  const must = "must be of type SECRETS_MANAGER or PARAMETER_STORE";
  return { resource, problem: { attribute, must, got: showValue(type ?? "PLAINTEXT") } };
}
