import { type Stack } from "../../../terraform/stacks/stack";
import { readEstate } from "../../../verify/estate/read-estate";
import { type Finding } from "../../../verify/findings/finding";
import { runRules } from "../../../verify/findings/run-rules";
import { rules } from "../../../verify/rules/rules";
import { ourStacks } from "../../support/verified";
import { EnvironmentDraft, type StackDraft, type Victim } from "./draft";
import { type Mutation } from "./mutation";
import { seededRandom, seedOf } from "./seeded-random";

/** Where a mutation can be made. */
export interface Place {
  readonly environment: string;
  /** Position among all that qualify there. */
  readonly index: number;
  /** `prod-network/aws_lb.public_load_balancer`. */
  readonly name: string;
}

/** The rules that told something else, without the one that should. */
export function otherRules({ caughtBy }: Mutation, outcomes: readonly Outcome[]): readonly string[] {
  const ids = outcomes.flatMap(({ others }) => others.map(({ rule }) => rule));
  return [...new Set(ids)].filter((id) => id !== caughtBy);
}

/** What the rules say of a mutated environment, and did not say before. */
export interface Outcome {
  readonly place: Place;
  /** By the rule that should, at the resource that is meant. */
  readonly caught: readonly Finding[];
  readonly others: readonly Finding[];
}

/** Every place of our environments; those of production only where the rule asks production alone. */
export function placesOf(mutation: Mutation): readonly Place[] {
  const isForProduction = rules.some(({ id, onlyProduction }) => id === mutation.caughtBy && onlyProduction);
  return environments()
    .filter(({ isProduction }) => isProduction || !isForProduction)
    .flatMap(({ name, unchanged }) => {
      const stack = unchanged.find(mutation.stack);
      return (stack ? victimsOf(mutation, stack) : []).map((victim, index) => {
        return { environment: name, index, name: `${name}-${mutation.stack}/${addressOf(victim)}` };
      });
    });
}

/** The same place for the same seed, whatever other mutations there are; throws when nothing qualifies. */
export function choosePlace(mutation: Mutation, seed: number): Place {
  const places = placesOf(mutation);
  const place = places[seededRandom(seedOf(mutation.id, seed))(Math.max(1, places.length))];
  if (!place) throw new Error(`nothing to mutate for ${mutation.id}`);
  return place;
}

/** Asks every rule, or fewer where the others do not matter. */
export function tryMutation(mutation: Mutation, place: Place, asked = rules): Outcome {
  const environment = environments().find(({ name }) => name === place.environment);
  if (!environment) throw new Error(`no environment ${place.environment}`);
  const draft = new EnvironmentDraft(place.environment, environment.stacks);
  const victim = victimsOf(mutation, draft.stack(mutation.stack))[place.index];
  if (!victim) throw new Error(`no ${place.name}`);
  mutation.change(victim, draft);
  const fresh = findingsIn(draft.stacks, asked).filter(
    (finding) => !environment.told.has(JSON.stringify(finding)),
  );
  const [failure] = fresh.filter(({ isFailure }) => isFailure);
  if (failure) throw new Error(`${failure.rule} of ${mutation.id} at ${place.name}: ${failure.got}`);
  const isMeant = (finding: Finding) => finding.rule === mutation.caughtBy && isAt(finding, mutation, place);
  return { place, caught: fresh.filter(isMeant), others: fresh.filter((finding) => !isMeant(finding)) };
}

/** Asks the rule that should tell it, and no other. */
export function tryOneRule(mutation: Mutation, place: Place): Outcome {
  const [rule] = rules.filter(({ id }) => id === mutation.caughtBy);
  if (!rule) throw new Error(`no rule ${mutation.caughtBy}`);
  return tryMutation(mutation, place, [rule]);
}

/** What rules say of stacks. */
export function findingsIn(stacks: readonly Stack[], asked = rules): readonly Finding[] {
  return runRules(readEstate(stacks), asked).flatMap(({ findings }) => findings);
}

function isAt(finding: Finding, { foundAt }: Mutation, place: Place): boolean {
  if (!foundAt) return finding.place === place.name;
  const address = finding.place.slice(finding.place.indexOf("/") + 1);
  return foundAt.some((type) => address.startsWith(`${type}.`));
}

function victimsOf({ victims }: Mutation, stack: StackDraft): readonly Victim[] {
  return typeof victims === "string" ? stack.all(victims) : victims(stack);
}

function addressOf({ type, name }: Victim): string {
  return `${type}.${name}`;
}

interface OurEnvironment {
  readonly name: string;
  readonly stacks: readonly Stack[];
  readonly isProduction: boolean;
  /** To look for places, never to change. */
  readonly unchanged: EnvironmentDraft;
  /** What the rules say before any mutation. */
  readonly told: ReadonlySet<string>;
}

let ours: readonly OurEnvironment[] | undefined;

function environments(): readonly OurEnvironment[] {
  return (ours ??= readEstate(ourStacks()).environments.map((environment) => {
    const { name, isProduction } = environment;
    const stacks = environment.stacks.map(({ stack }) => stack);
    const told = new Set(findingsIn(stacks).map((finding) => JSON.stringify(finding)));
    return { name, stacks, isProduction, unchanged: new EnvironmentDraft(name, stacks), told };
  }));
}
