import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { blocksOf, isOpen, isUnset } from "../values/plain-values";
import { type Value, type ValueMap } from "../values/value";
import { policyAttributes, type PolicyKind } from "./policy-attributes";
import { readDocument } from "./read-document";
import { type Statement } from "./statement";

/** A policy document where it takes effect. */
export interface Policy {
  readonly resource: Resource;
  readonly attribute: string;
  readonly kind: PolicyKind;
  /** As the files tell it, for messages. */
  readonly written: Value;
  /** Undefined when the files do not tell the document. */
  readonly statements: readonly Statement[] | undefined;
}

const known = new WeakMap<EnvironmentFiles, readonly Policy[]>();

/** Every policy document of an environment; read once, for many rules ask. */
export function policiesOf(environment: EnvironmentFiles): readonly Policy[] {
  const before = known.get(environment);
  if (before) return before;
  const policies = environment
    .all(...Object.keys(policyAttributes))
    .flatMap((resource) => policiesAt(resource));
  known.set(environment, policies);
  return policies;
}

function policiesAt(resource: Resource): readonly Policy[] {
  return (policyAttributes[resource.type] ?? []).flatMap(({ attribute, kind }) =>
    documentsAt(resource.values, attribute.split(".")).map((written) => ({
      resource,
      attribute,
      kind,
      written,
      statements: readDocument(written),
    })),
  );
}

function documentsAt(values: ValueMap, [name = "", ...rest]: readonly string[]): readonly Value[] {
  const value = values[name];
  if (isUnset(value) || value === "") return [];
  if (rest.length === 0 || isOpen(value)) return [value];
  return blocksOf(values, name).flatMap((block) => documentsAt(block, rest));
}
