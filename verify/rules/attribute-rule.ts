import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { blocksOf, isOpen, isPlain, isUnset, type Plain } from "../values/plain-values";
import { showValue } from "../values/show-value";
import { type Value, type ValueMap } from "../values/value";
import { type Rule, type RuleDescription, type Verdict } from "./rule";

/** What one attribute of some resources must be. */
export interface AttributeExpectation extends RuleDescription {
  readonly onlyProduction?: true;
  readonly types: readonly string[];
  /** Name of the attribute; of one inside blocks, with their names: `access_logs.enabled`. */
  readonly attribute: string;
  /** Begins with "must be". */
  readonly must: string;
  /** What AWS or the provider takes where nothing is written. */
  readonly default?: Plain;
  readonly advice?: string;
  readonly holds: (value: Plain) => boolean;
  /** Which of the resources it is about; all when absent. */
  readonly isAbout?: (resource: Resource, environment: EnvironmentFiles) => boolean;
}

/** A rule about one attribute. A value that the files do not tell, such as a variable without default, is a problem. */
export function attributeRule(expectation: AttributeExpectation): Rule {
  const { types, attribute, must, default: byDefault, advice, holds, isAbout, ...rule } = expectation;
  return {
    ...rule,
    check: (environment) =>
      environment
        .all(...types)
        .filter((resource) => isAbout?.(resource, environment) ?? true)
        .map((resource): Verdict => {
          const written = attributeOf(resource.values, attribute);
          const value = isUnset(written) ? byDefault : written;
          if (isPlain(value) && holds(value)) return { resource };
          const got = isUnset(written) ? showDefault(byDefault) : showValue(written);
          return { resource, problem: { attribute, must, got, ...(advice && { advice }) } };
        }),
  };
}

/** The attribute at a path through blocks, of the first block where there are several. */
export function attributeOf(values: ValueMap, path: string): Value | undefined {
  const [name = "", ...rest] = path.split(".");
  if (rest.length === 0) return values[name];
  const [block] = blocksOf(values, name);
  if (block) return attributeOf(block, rest.join("."));
  return isOpen(values[name]) ? values[name] : undefined;
}

/** What is said of an attribute that is not written. */
export function showDefault(byDefault: Plain | undefined): string {
  return byDefault === undefined ? "nothing" : `nothing, which means ${showValue(byDefault)}`;
}

/** Holds for `true`, also written as text. */
export const isTrue = (value: Plain): boolean => String(value) === "true";
export const isFalse = (value: Plain): boolean => String(value) === "false";
