import { type Value } from "../../values/value";

/**
 * A function of Terraform (https://developer.hashicorp.com/terraform/language/functions). Throws `NotTold` when the
 * result depends on something that the files do not tell, `EvaluationError` for arguments that Terraform refuses.
 */
export type TerraformFunction = (...given: Value[]) => Value;

export type FunctionTable = Readonly<Record<string, TerraformFunction>>;
