import { asObject } from "../../../terraform/stacks/stack";
import { type EnvironmentFiles } from "../../estate/estate";
import { Resource } from "../../estate/resource";
import { evaluateJson } from "../../expressions/evaluate";
import { fieldsOf } from "../../values/fields-of";
import { Unknown } from "../../values/value";

type Json = Readonly<Record<string, unknown>>;

/** The S3 backends of an environment's stacks, so that findings can name them: `dev-network/terraform.backend.s3`. */
export function s3Backends(environment: EnvironmentFiles): readonly Resource[] {
  return settingsOf(environment, "backend", asObject).filter(({ address }) => address.endsWith(".s3"));
}

/** The providers that an environment's stacks require, each as a resource such as `terraform.required_providers.aws`. */
export function requiredProviders(environment: EnvironmentFiles): readonly Resource[] {
  return settingsOf(environment, "required_providers", (given) =>
    // Before Terraform 0.13 the version alone: `aws = "~> 5.0"`.
    typeof given === "string" ? { version: given } : asObject(given),
  );
}

function settingsOf(
  environment: EnvironmentFiles,
  block: string,
  read: (given: unknown) => Json,
): readonly Resource[] {
  return environment.stacks.flatMap((stack) =>
    // A folder of plain Terraform may have several blocks `terraform`.
    [stack.configuration.terraform]
      .flat()
      .flatMap((settings) => Object.entries(asObject(asObject(settings)[block])))
      .map(([name, given]) => {
        const written = read(given);
        const address = `terraform.${block}.${name}`;
        return new Resource(stack, "provider", "terraform", address, written, () => literals(written));
      }),
  );
}

/** Terraform takes no expressions here. */
function literals(written: Json) {
  return fieldsOf(evaluateJson(written, { lookup: (steps) => new Unknown(steps.join(".")) }));
}
