import { type EnvironmentDeclaration } from "../../contract/environment-declaration";
import { type Change } from "../../terraform/summary/plan-summary";
import {
  type Comparison,
  type ResourceAction,
  type ResourceChange,
  type StackComparison,
} from "../compare/comparison";
import { compareCosts } from "../cost/compare-costs";
import { type Prices } from "../cost/price-file";
import { markAll, markChanges } from "../diagram/mark-changes";
import { mermaidOf } from "../diagram/mermaid";
import { hasChanges } from "../diagram/only-changes";
import { pictureOf } from "../diagram/picture-of";
import { type EnvironmentFiles, type Estate } from "../estate/estate";
import { applyWaivers } from "../findings/apply-waivers";
import { type Finding } from "../findings/finding";
import { runRules } from "../findings/run-rules";
import { blastRadius, worstRadius } from "../guard/blast-radius";
import { type Radius } from "../guard/effect";
import { guardComparison } from "../guard/guard-comparison";
import { comparePaths } from "../network/compare-paths";
import { type Path } from "../network/network";
import { formatPorts } from "../network/ports";
import { readNetwork } from "../network/read-network";
import { isDeclaredBy, needsDeclaration } from "../rules/reachability/declared-paths";
import { type Rule } from "../rules/rule";
import { type Waiver } from "../settings/waiver";
import { type EnvironmentReview, type Refusal, type ReviewFinding, type ReviewPath } from "./review-input";

/** Both sides of a change, and what it takes to judge it. */
export interface Sides {
  readonly base: Estate;
  readonly head: Estate;
  readonly comparison: Comparison;
  readonly rules: readonly Rule[];
  readonly waivers: readonly Waiver[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly prices?: Prices;
  /** What the plan guard found, where plans were given. @default - the files alone tell what would be lost */
  readonly guard?: readonly Finding[];
  /** What is wrong with the ledger of addresses. */
  readonly ledger?: readonly Finding[];
}

/** What a change means for each environment: paths, findings, costs, what is refused and how far it reaches. */
export function gatherFacts(sides: Sides): Readonly<Record<string, EnvironmentReview>> {
  return Object.fromEntries(
    sides.comparison.environments.map((name) => {
      const isSame = sides.comparison.stacks.every(
        ({ environment, isTouched }) => environment !== name || !isTouched,
      );
      // Of two sides that are the same nothing is found out twice.
      const [before, after] = [sides.base, sides.head].map(({ environments }) =>
        isSame ? undefined : environments.find((environment) => environment.name === name),
      );
      return [name, factsOf(sides, name, before, after)];
    }),
  );
}

function factsOf(
  sides: Sides,
  name: string,
  before: EnvironmentFiles | undefined,
  after: EnvironmentFiles | undefined,
): EnvironmentReview {
  const stacks = sides.comparison.stacks.filter(({ environment }) => environment === name);
  const changes = stacks.flatMap(({ resources }) => resources);
  const { opened, closed } = comparePaths(networkOf(before), networkOf(after));
  const own = (findings: readonly Finding[] = []) =>
    findings.filter(({ environment }) => environment === name);
  const waiving = (findings: readonly Finding[]) =>
    applyWaivers(findings, sides.waivers, { today: sides.today, rules: new Set() });
  const [old = [], found = []] = [before, after].map((side) => (side ? findingsOf(sides, side) : []));
  const earlier = waiving(old).findings;
  const now = waiving([...found, ...own(sides.ledger)]);
  const guard = waiving(own(sides.guard ?? guardComparison(stacks)));
  return {
    ...(changes.length > 0 && {
      blast: worstRadius([...changes.map(radiusOf), ...opened.map((path) => radiusOfPath(path, after))]),
    }),
    refusals: guard.findings.filter(({ severity }) => severity === "error").map(refusal),
    opened: opened.map((path) => ({ ...reviewPath(path), ...declared(path, after?.declaration) })),
    closed: closed.map(reviewPath),
    newFindings: without(now.findings, earlier).map(reviewFinding),
    fixedFindings: without(earlier, now.findings).map(reviewFinding),
    waived: [...guard.waived, ...without(now.waived, old)].map((finding) => ({
      ...reviewFinding(finding),
      reason: finding.waiver.reason,
      until: finding.waiver.expires,
    })),
    cost: compareCosts(before, after, sides.prices),
    ...pictureOfChange(before, after, stacks),
  };
}

/** Only of what a picture shows: a variable with another value needs none. */
function pictureOfChange(
  before: EnvironmentFiles | undefined,
  after: EnvironmentFiles | undefined,
  stacks: readonly StackComparison[],
): Pick<EnvironmentReview, "picture"> {
  const [old, now] = [before, after].map((side) => (side ? pictureOf(readNetwork(side), side) : undefined));
  const picture = old && now ? markChanges(old, now, madeAnew(stacks)) : undefined;
  const whole = picture ?? (now ? markAll(now, "added") : old && markAll(old, "removed"));
  return whole && hasChanges(whole) ? { picture: mermaidOf(whole, { onlyChanges: true }) } : {};
}

function madeAnew(stacks: readonly StackComparison[]): ReadonlySet<string> {
  return new Set(
    stacks.flatMap(({ name, resources }) =>
      resources
        .filter(({ action }) => action === "replace" || action === "rename")
        .map(({ address }) => `${name}/${address}`),
    ),
  );
}

function networkOf(environment: EnvironmentFiles | undefined): Parameters<typeof comparePaths>[0] {
  return environment ? readNetwork(environment) : { paths: [] };
}

function findingsOf({ rules }: Sides, environment: EnvironmentFiles): readonly Finding[] {
  return runRules({ environments: [environment] }, rules).flatMap(({ findings }) => findings);
}

/** Findings that the other side does not have; values may differ, as long as the same thing is wrong. */
function without<T extends Finding>(findings: readonly T[], others: readonly Finding[]): readonly T[] {
  const key = ({ rule, place, attribute, must }: Finding) => JSON.stringify([rule, place, attribute, must]);
  const known = new Set(others.map(key));
  return findings.filter((finding) => !known.has(key(finding)));
}

function reviewFinding({ rule, severity, place, attribute, must, got }: Finding): ReviewFinding {
  const text = `${attribute === undefined ? "" : `${attribute} `}${must}, got ${got}`;
  return { rule, severity, place, text };
}

function refusal({ place, got, advice }: Finding): Refusal {
  return { place, why: `The plan guard refuses ${got}.`, advice };
}

/** Why a path may be there, or that nobody declared it. */
function declared(path: Path, declaration: EnvironmentDeclaration | undefined): Pick<ReviewPath, "declared"> {
  if (declaration === undefined || !needsDeclaration(path)) return {};
  return { declared: declaration.paths.find((one) => isDeclaredBy(path, one))?.reason ?? false };
}

function reviewPath({ from, to, ports, through, evidence }: Path): ReviewPath {
  return {
    from: from.name,
    to: to.name,
    ports: formatPorts(ports),
    ...(through.length > 0 && { through: through.map(({ name }) => name).join(", ") }),
    why: evidence.map(({ resource, text }) => (resource ? `${resource.place} ${text}` : text)),
  };
}

/** A path that was not meant may carry away what it leads to. */
function radiusOfPath(path: Path, after: EnvironmentFiles | undefined): Radius {
  if (declared(path, after?.declaration).declared !== false) return "harmless";
  return path.to.kind === "database" ? "data-bearing" : "traffic-bearing";
}

/** What Terraform would do, in the words of a plan. */
const planned: Readonly<Record<ResourceAction, Change["action"] | undefined>> = {
  add: "add",
  change: "change",
  // A new revision stands beside the old one until a release takes it.
  revise: "add",
  replace: "replace",
  rename: "replace",
  destroy: "destroy",
  move: "move",
  import: "import",
  forget: "forget",
  keep: undefined,
};

/** Where delivery targets are: the next deploy reads there which revision is its template, nothing that runs does. */
const handsOver: ReadonlySet<string> = new Set(["aws_ssm_parameter", "vault_kv_secret_v2"]);

function radiusOf({ type, action, attributes }: ResourceChange) {
  const known = planned[action];
  if (known === undefined) return "harmless";
  if (handsOver.has(type) && attributes.every(({ followsRevision }) => followsRevision)) return "harmless";
  return blastRadius({ type, action: known, attributes: attributes.map(({ path }) => path) }).radius;
}
