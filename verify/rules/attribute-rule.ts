import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { blocksOf, isOpen, isPlain, isUnset, type Plain } from "../values/plain-values";
import { showValue } from "../values/show-value";
import { textOf } from "../values/text-of";
import { Reference, Template, type Value, type ValueMap } from "../values/value";
import { type Rule, type RuleDescription, type RuleProblem, type Verdict } from "./rule";

/** What one attribute must be. */
export interface AttributeDemand {
  /** Name of the attribute; of one inside blocks, with their names: `access_logs.enabled`. */
  readonly attribute: string;
  /** Begins with "must be". */
  readonly must: string;
  /** What AWS or the provider takes where nothing is written. */
  readonly default?: Plain;
  readonly advice?: string;
  readonly holds: (value: Plain) => boolean;
  /** Whether it names something, so that a reference holds whatever AWS will call it. */
  readonly isName?: true;
}

/** What one attribute of some resources must be. */
export interface AttributeExpectation extends RuleDescription, AttributeDemand {
  readonly onlyProduction?: true;
  readonly types: readonly string[];
  /** Which of the resources it is about; all when absent. */
  readonly isAbout?: (resource: Resource, environment: EnvironmentFiles) => boolean;
  /** Further attributes of the same resources. */
  readonly also?: readonly AttributeDemand[];
}

/** A rule about one attribute. A value that the files do not tell, such as a variable without default, is a problem. */
export function attributeRule(expectation: AttributeExpectation): Rule {
  const {
    types,
    isAbout,
    also = [],
    attribute,
    must,
    default: byDefault,
    advice,
    holds,
    isName,
    ...rule
  } = expectation;
  const demands = [{ attribute, must, default: byDefault, advice, holds, isName }, ...also];
  return {
    ...rule,
    check: (environment) =>
      environment
        .all(...types)
        .filter((resource) => isAbout?.(resource, environment) ?? true)
        .flatMap((resource) => demands.map((demand) => judge(resource, demand))),
  };
}

/** Whether an attribute of a resource is what it must be. */
export function judge(resource: Resource, demand: AttributeDemand): Verdict {
  const problem = problemOf(resource.values, demand);
  return { resource, ...(problem && { problem }) };
}

/** What is wrong with an attribute of a resource or block. */
export function problemOf(values: ValueMap, demand: AttributeDemand): RuleProblem | undefined {
  const { attribute, must, default: byDefault, advice, holds, isName } = demand;
  const written = attributeOf(values, attribute);
  const value = isUnset(written) ? byDefault : isPlain(written) ? written : textOf(written);
  const isNamed = isName && (written instanceof Reference || written instanceof Template);
  if (isNamed || (value !== undefined && holds(value))) return undefined;
  const got = isUnset(written) ? showDefault(byDefault) : showValue(written);
  return { attribute, must, got, ...(advice && { advice }) };
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
/** Holds for any text. */
export const isGiven = (value: Plain): boolean => value !== "";
/** Holds for some words. */
export const isOneOf =
  (...words: readonly string[]) =>
  (value: Plain): boolean =>
    words.includes(String(value));
/** Holds for a number, also written as text. */
export const isAtLeast =
  (least: number) =>
  (value: Plain): boolean =>
    Number(value) >= least;
