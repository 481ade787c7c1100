import { type Values } from "../../values/value";
import { asksFor } from "../reading/asked-for";
import { text } from "../../values/reading";
import { type Rule } from "../rule";
import { pageOf } from "./pages";
import { type UniqueName, uniqueNames } from "./unique-names";

/** A name that something else in the account has. Which names are unique is data: `unique-names.ts`. */
export const duplicateName: Rule = {
  id: "duplicate-name",
  types: [...new Set(uniqueNames.map(({ type }) => type))],
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  check(change) {
    return uniqueNames
      .filter(({ type }) => type === change.type)
      .filter(({ attributes }) => attributes.some((attribute) => asksFor(change, attribute)))
      .flatMap((unique) => {
        const name = nameOf(unique, change.values);
        if (name === undefined || (unique.overwrites?.(change.values) ?? false)) return [];
        const namesake = change.cloud
          .all(change.type)
          .filter(({ key, region }) => key !== change.existing?.key && isNear(unique, region, change.region))
          .find(({ values }) => nameOf(unique, values) === name);
        if (!namesake) return [];
        const attribute = unique.attributes.at(-1) ?? "name";
        const shown = text(change.values, attribute) ?? name;
        return [
          namesake.keptBecause === undefined
            ? {
                code: unique.code,
                message: unique.message(shown, change),
                advice: `${shown} exists in account ${change.account}: import it into this stack, delete it, or choose another name.`,
                path: [attribute],
                documentation: pageOf(change.type),
              }
            : {
                code: "InvalidRequestException",
                message: `You can't create this because ${shown} is already scheduled for deletion.`,
                advice: `Wait until it is gone, restore it and import it, or choose another name.`,
                path: [attribute],
                documentation: pageOf(change.type),
              },
        ];
      });
  },
};

function isNear({ scope }: UniqueName, region: string, here: string): boolean {
  return scope === "account" || region === here;
}

/** Undefined while any part of it is unknown. A cluster may be given by name or ARN. */
function nameOf({ attributes, ignoresCase }: UniqueName, values: Values): string | undefined {
  const parts = attributes.map((attribute) =>
    attribute === "cluster"
      ? (text(values, "cluster") ?? (values["cluster"] === null ? "default" : undefined))?.split("/").at(-1)
      : text(values, attribute),
  );
  if (parts.some((part) => part === undefined)) return undefined;
  const name = parts.join("/");
  return ignoresCase ? name.toLowerCase() : name;
}
