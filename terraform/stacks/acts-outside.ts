import { asObject, type Stack } from "./stack";

/**
 * Whether applying a stack may do something that a copy of the world does not hold: a program that a provisioner starts, a provider
 * that is not ours, a module that has either.
 */
export function actsOutside({ configuration }: Stack): boolean {
  if (Object.keys(configuration.module ?? {}).length > 0) return true;
  return Object.entries(configuration.resource ?? {}).some(
    ([type, resources]) => !isHeld(type) || Object.values(asObject(resources)).some(startsPrograms),
  );
}

function isHeld(type: string): boolean {
  return type.startsWith("aws_") || type === "terraform_data";
}

function startsPrograms(resource: unknown): boolean {
  return "provisioner" in asObject(resource);
}
