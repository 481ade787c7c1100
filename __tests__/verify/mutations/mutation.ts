import { type ControlName } from "./controls";
import { type EnvironmentDraft, type StackDraft, type Victim } from "./draft";
import { type Json, objectAt } from "./json";

/** One mistake that somebody could make in the synthesized files. */
export interface Mutation {
  readonly id: string;
  /** What was done, as a sentence without a period. */
  readonly what: string;
  readonly control: ControlName;
  readonly stack: "network" | "data" | "services" | "delivery";
  /** What it may be done to: resources of a type, or what a function finds. */
  readonly victims: string | ((stack: StackDraft) => readonly Victim[]);
  readonly change: Change;
  /** Rule that must tell it. */
  readonly caughtBy: string;
  /** Types of resources that the rule may name. @default - the changed resource itself */
  readonly foundAt?: readonly string[];
}

export type Change = (victim: Victim, environment: EnvironmentDraft) => void;

/** Sets what is at a path, such as `network_configuration.assign_public_ip`; all but the last part must be there. */
export function set(path: string, value: unknown): Change {
  return ({ body }) => {
    const [parent, key] = parentOf(body, path);
    parent[key] = value;
  };
}

/** Removes what is at a path; it must be there. */
export function drop(path: string): Change {
  return ({ body }) => {
    const [parent, key] = parentOf(body, path);
    if (!(key in parent)) throw new Error(`no ${path}`);
    delete parent[key];
  };
}

export function all(...changes: readonly Change[]): Change {
  return (victim, environment) => changes.forEach((change) => change(victim, environment));
}

export function removeFrom(kind: Mutation["stack"]): Change {
  return (victim, environment) => environment.stack(kind).remove(victim);
}

/** Adds a resource to the stack; its body may refer to the victim. */
export function add(
  kind: Mutation["stack"],
  type: string,
  name: string,
  body: (victim: Victim) => object,
): Change {
  return (victim, environment) => environment.stack(kind).add(type, name, body(victim));
}

/** Resources of a type whose name or body qualifies. */
export function where(
  type: string,
  qualifies: (name: string, body: Json) => boolean,
): (stack: StackDraft) => readonly Victim[] {
  return (stack) => stack.all(type).filter(({ name, body }) => qualifies(name, body));
}

/** The expression for an attribute, `${aws_lb.public.arn}`. */
export function refer({ type, name }: Victim, attribute: string): string {
  return `\${${type}.${name}.${attribute}}`;
}

function parentOf(body: Json, path: string): readonly [parent: Json, key: string] {
  const parts = path.split(".");
  const [key = ""] = parts.slice(-1);
  return [objectAt(body, parts.slice(0, -1)), key];
}
