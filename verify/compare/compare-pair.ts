import { statefulTypes } from "../../terraform/summary/stateful-types";
import { asObject } from "../../terraform/stacks/stack";
import { type Resource } from "../estate/resource";
import { attributeChange, type AttributeChange } from "./attribute-change";
import { type ResourceAction, type ResourceChange } from "./comparison";
import { type Difference, differences } from "./differences";
import { forcingAttributes, isRevision } from "./forced-replacement";
import { type Pair } from "./match-resources";
import { type PlainMap } from "./plain";
import { plainJson } from "./plain-json";

/** A resource of one side with its attributes, and with what Terraform reads beside them. */
export interface Side {
  readonly resource: Resource;
  readonly values: PlainMap;
}

/** How a resource that both sides have changes; undefined when it does not. */
export function comparePair(before: Side, after: Side, how: Pair["how"]): ResourceChange | undefined {
  const { type, address } = after.resource;
  const own = differences(before.values, after.values);
  const meta = differences(metaOf(before.resource), metaOf(after.resource));
  const ignored = ignoredBy(after.resource);
  const effective = own.filter((difference) => !ignored(nameOf(difference)));
  const forcedBy = forcingAttributes(type, effective, before.values, after.values);
  const action = actionOf(type, how, effective.length > 0, forcedBy);
  if (action === "keep" && own.length + meta.length === 0) return undefined;
  return {
    address,
    type,
    action,
    ...(how !== "kept" && { from: before.resource.address }),
    attributes: [
      ...own.map((difference): AttributeChange => {
        const change = attributeChange(difference, type);
        return ignored(nameOf(difference))
          ? { ...change, note: "ignored: lifecycle.ignore_changes", isIgnored: true }
          : change;
      }),
      ...meta.map((difference) => attributeChange(difference, type)),
    ],
    forcedBy: action === "rename" ? [] : forcedBy,
    ...losses(action, type),
    ...constructOf(after.resource),
  };
}

/** What comes or goes. */
export function loneChange(
  resource: Resource,
  action: "add" | "destroy" | "import" | "forget",
): ResourceChange {
  const { address, type } = resource;
  return {
    address,
    type,
    action,
    attributes: [],
    forcedBy: [],
    ...losses(action, type),
    ...constructOf(resource),
  };
}

/** What is lost when something is destroyed, alone or to be made anew. */
export function losses(action: ResourceAction, type: string): { readonly loses?: string } {
  const loses = statefulTypes[type];
  const isDestroyed = action === "destroy" || action === "replace" || action === "rename";
  return isDestroyed && loses !== undefined ? { loses } : {};
}

/** Attributes that Terraform leaves as they are once the resource exists. */
export function ignoredBy({ written }: Resource): (attribute: string) => boolean {
  const given = asObject(written["lifecycle"])["ignore_changes"];
  const names = new Set([given].flat().map((name) => String(name).split(/[.[]/)[0]));
  return (attribute) => names.has("all") || names.has(attribute);
}

function actionOf(
  type: string,
  how: Pair["how"],
  isChanged: boolean,
  forcedBy: readonly string[],
): ResourceAction {
  if (how === "guessed") return "rename";
  if (forcedBy.length > 0) return isRevision(type, forcedBy) ? "revise" : "replace";
  if (isChanged) return "change";
  return how === "moved" ? "move" : "keep";
}

/** How Terraform treats a resource. The order of creation (`depends_on`) changes nothing that exists. */
function metaOf({ written }: Resource): PlainMap {
  const { lifecycle, provider } = written;
  return {
    ...(lifecycle !== undefined && { lifecycle: plainJson(lifecycle) }),
    ...(provider !== undefined && { provider: plainJson(provider) }),
  };
}

function nameOf({ steps: [first] }: Difference): string {
  return first?.kind === "field" ? first.name : "";
}

/** The construct that a resource belongs to, where cdktf wrote it. */
export function constructOf({ constructPath }: Resource): { readonly construct?: string } {
  const construct = constructPath?.split("/")[0];
  return construct === undefined ? {} : { construct };
}
