import { type Stack, type StackConfiguration } from "../../../terraform/stacks/stack";
import { compareSides } from "../../../verify/compare/compare-sides";
import {
  type ResourceChange,
  type SettingChange,
  type StackComparison,
} from "../../../verify/compare/comparison";
import { environmentWith, type Bodies, type TestEnvironment } from "../../support/verified";

/** A stack `test-all` of hand-written resources. */
export function aStack(bodies: Bodies, more: object = {}, given: TestEnvironment = {}): Stack {
  const [files] = environmentWith(bodies, given).stacks;
  const configuration: StackConfiguration = { ...files?.configuration, ...more };
  return { name: "test-all", folder: "/test-all", dependencies: [], configuration };
}

export function compareStacks(base: Stack, head: Stack): StackComparison {
  const [stack] = compareSides([base], [head]).stacks;
  if (stack === undefined) throw new Error("no stack");
  return stack;
}

/** What changes between hand-written resources of two sides. */
export function changesOf(base: Bodies, head: Bodies, more: object = {}): readonly ResourceChange[] {
  return compareStacks(aStack(base), aStack(head, more)).resources;
}

/** The only change of hand-written resources. */
export function changeOf(base: Bodies, head: Bodies, more: object = {}): ResourceChange {
  const [change, ...others] = changesOf(base, head, more);
  if (change === undefined || others.length > 0) throw new Error(`${others.length + 1} changes`);
  return change;
}

/** `path: old → new` of each attribute of one resource. */
export function attributesOf(type: string, before: object, after: object): readonly string[] {
  const { attributes } = changeOf({ [`${type}.it`]: before }, { [`${type}.it`]: after });
  return attributes.map(({ path, before: old = "", after: now = "", note = "" }) => {
    return [path, [old, now].join(" → "), note].filter((part) => part !== "").join(": ");
  });
}

export function settingsOf(base: object, head: object): readonly SettingChange[] {
  return compareStacks(aStack({}, base), aStack({}, head)).settings;
}
