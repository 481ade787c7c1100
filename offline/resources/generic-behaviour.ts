import { arn } from "./arn";
import { type ResourceBehaviour } from "./behaviour";
import { nameOrPrefixed } from "./made-up-ids";

/**
 * The behaviour of every type without one of its own: an id and a name, and an ARN guessed from the type, because AWS names
 * neither its services nor its kinds of things as Terraform does.
 */
export function genericBehaviour(type: string): ResourceBehaviour {
  const [service = "aws", ...words] = type.replace(/^aws_/, "").split("_");
  const kind = words.join("-") || service;
  return {
    type,
    create(given, aws) {
      const id = `${kind}-${aws.hex(17)}`;
      return { id, arn: arn(aws, service, `${kind}/${id}`), name: nameOrPrefixed(given, aws) };
    },
  };
}
