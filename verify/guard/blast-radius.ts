import { type Action } from "../../terraform/summary/plan-summary";
import { changeEffects, idleAttributes } from "./change-effects";
import { deletionEffects } from "./deletion-effects";
import { data, type Effect, harmless, type Radius, radii, traffic } from "./effect";
import { lossOf } from "./loss";

/** Something that a plan does, or that differs between two synthesized sides. */
export interface PlannedAction {
  readonly type: string;
  readonly action: Action;
  /** Attributes that change, with or without the place inside them: `retention_in_days`, `setting: containerInsights`. */
  readonly attributes: readonly string[];
  /** Values before and after, to tell what is lowered from what is raised. @default - the worse of both is taken */
  readonly before?: Values;
  readonly after?: Values;
}

type Values = Readonly<Record<string, unknown>>;

/** How far an action reaches, and why. */
export interface BlastRadius {
  readonly radius: Radius;
  /** Without any value. */
  readonly reason: string;
  /** The attribute that decides; undefined for what comes or goes as a whole. */
  readonly attribute?: string;
}

/** Classes an action by its type, and an update by the worst of what it changes. */
export function blastRadius(planned: PlannedAction): BlastRadius {
  switch (planned.action) {
    case "add":
      return { radius: "harmless", reason: "nothing uses it yet" };
    case "import":
      return planned.attributes.length > 0 ? changing(planned) : noted;
    case "move":
    case "forget":
      return noted;
    case "change":
      return changing(planned);
    case "replace":
    case "destroy":
      return deleting(planned);
  }
}

/** The worst of several; harmless without any. */
export function worstRadius(all: readonly Radius[]): Radius {
  return radii[Math.max(0, ...all.map((radius) => radii.indexOf(radius)))] ?? "harmless";
}

const noted: BlastRadius = { radius: "harmless", reason: "only Terraform's notes change" };

function deleting({ type }: PlannedAction): BlastRadius {
  const { radius, reason } = deletionEffects[type] ?? deletionOf(type);
  return { radius, reason };
}

function deletionOf(type: string): Effect {
  const { kind, loses = "something may still use it" } = lossOf(type) ?? {};
  return kind === "data" ? data(loses) : traffic(loses);
}

function changing(planned: PlannedAction): BlastRadius {
  const [first = unexplained, ...others] = planned.attributes.map((attribute) =>
    effectOf(attribute, planned),
  );
  return others.reduce((worst, one) => (rank(one) > rank(worst) ? one : worst), first);
}

const unexplained: BlastRadius = {
  radius: "traffic-bearing",
  reason: "it changes in a way that is not told",
};

function effectOf(place: string, { type, before, after }: PlannedAction): BlastRadius {
  const [attribute = place] = place.split(/[:.[]/);
  const own = changeEffects[type];
  const effect =
    own?.[attribute] ?? idleAttributes[attribute] ?? own?.["*"] ?? traffic("what uses it may notice");
  const { radius, reason } = isOpposite(effect, before?.[attribute], after?.[attribute])
    ? harmless("it only grows, or gets safer")
    : effect;
  return { radius, reason, attribute };
}

/** Whether the values are known to go the other way than the effect needs. */
function isOpposite({ when }: Effect, before: unknown, after: unknown): boolean {
  if (when === undefined || (before === undefined && after === undefined)) return false;
  const isSwitch = typeof (before ?? after) === "boolean";
  const size = (value: unknown) => (when === "shortened" ? lengthOf(value) : sizeOf(value, isSwitch));
  const [from, to] = [size(before), size(after)];
  if (from === undefined || to === undefined) return false;
  return when === "raised" ? to <= from : to >= from;
}

/** Time that 0 and nothing make endless. */
function lengthOf(value: unknown): number | undefined {
  return value === undefined || value === null || Number(value) === 0 ? Infinity : sizeOf(value, false);
}

/** A switch that is left out is off; what stands for a number that is left out, nobody knows here. */
function sizeOf(value: unknown, isSwitch: boolean): number | undefined {
  if (typeof value === "boolean") return Number(value);
  if (value === undefined || value === null) return isSwitch ? 0 : undefined;
  const size = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof size === "number" && !Number.isNaN(size) ? size : undefined;
}

function rank({ radius }: BlastRadius): number {
  return radii.indexOf(radius);
}
