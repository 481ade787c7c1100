import { type CloudResource, type CloudView } from "../../cloud/cloud-resource";
import { parseArn } from "../reading/arn";
import { asksFor } from "../reading/asked-for";
import { textPlaces } from "../reading/places-of";
import { companionIds, referencedKinds, type ReferencedKind } from "./referenced-kinds";
import { references } from "./references";
import { type Change, type Refusal, type Rule } from "../rule";

/** Something that a resource names does not exist. Which attribute names what is data: `references.ts`. */
export const missingReference: Rule = {
  id: "missing-reference",
  types: Object.keys(references),
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html",
  check(change) {
    return Object.entries(references[change.type] ?? {})
      .filter(([path]) => asksFor(change, path.split(".")[0] ?? path))
      .flatMap(([path, reference]) => {
        const kind: ReferencedKind =
          referencedKinds[typeof reference === "string" ? reference : reference.kind];
        const words = typeof reference === "string" ? kind : { ...kind, ...reference };
        return textPlaces(change.values, path)
          .filter(({ value }) => !(kind.always?.test(value) ?? false))
          .flatMap((place): readonly Refusal[] => {
            if (kind.prefix !== undefined && !place.value.startsWith(kind.prefix)) {
              return [malformed(kind, place.value, place.path)];
            }
            if (exists(change, kind, place.value)) return [];
            return [
              {
                code: words.code,
                message: words.message(place.value, change),
                advice: advice(change, place.value),
                path: place.path,
              },
            ];
          });
      });
  },
};

function exists(change: Change, kind: ReferencedKind, name: string): boolean {
  const arn = parseArn(name);
  const account = arn?.account ? arn.account : change.account;
  // What AWS owns exists everywhere.
  if (account === "aws") return true;
  const cloud = account === change.account ? change.cloud : change.otherAccount(account);
  if (!cloud) return true;
  const region = kind.isGlobal ? undefined : arn?.region ? arn.region : change.region;
  return isNamed(cloud, kind, name.replace(/:\*$/, ""), region);
}

function isNamed(cloud: CloudView, kind: ReferencedKind, name: string, region: string | undefined): boolean {
  const isThere = ({ region: place, keptBecause, type }: CloudResource) =>
    (region === undefined || place === region) &&
    // A revision that Terraform left behind is active; a key or secret that it deleted is not.
    (keptBecause === undefined || type === "aws_ecs_task_definition");
  return (
    kind.types.some((type) =>
      cloud.all(type).some((resource) => isThere(resource) && kind.names(resource.values).includes(name)),
    ) ||
    ["aws_vpc", "aws_default_vpc", "aws_db_instance"].some((type) =>
      cloud.all(type).some(({ values }) => companionIds(values).includes(name)),
    )
  );
}

function malformed({ prefix, malformedCode }: ReferencedKind, name: string, path: Refusal["path"]): Refusal {
  return {
    code: malformedCode ?? "InvalidParameterValue",
    message: `Invalid id: "${name}" (expecting "${prefix}...")`,
    advice: `Pass the id that AWS gave it, which begins with ${prefix}; not a name and not an ARN.`,
    path,
  };
}

function advice({ account, region }: Change, name: string): string {
  return (
    `${name} is not in account ${account}, region ${region}: perhaps it was deleted outside of Terraform, ` +
    "or it belongs to another account or region. Apply the stack that makes it first, or name one that exists."
  );
}
