import { z } from "zod";
import { declarationKey, type EnvironmentDeclaration } from "../../contract/environment-declaration";
import { asObject } from "../../terraform/stacks/stack";
import { type StackFiles } from "./stack-files";

/** The form of a declaration in a stack's JSON and, without `version`, in `verify.json`. */
export const declarationSchema = z.strictObject({
  version: z.literal(1),
  production: z.boolean(),
  paths: z.array(
    z.strictObject({
      from: z.string().min(1),
      to: z.string().min(1),
      port: z.int().min(1).max(65_535),
      through: z.string().optional(),
      reason: z.string(),
    }),
  ),
});

/** What a stack carries of its environment file; undefined for a stack that says nothing, or says it in another version. */
export function readDeclaration({ configuration }: StackFiles): EnvironmentDeclaration | undefined {
  const note = asObject(Reflect.get(configuration, "//"))[declarationKey];
  return declarationSchema.safeParse(note).data;
}
