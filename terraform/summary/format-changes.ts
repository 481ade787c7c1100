import { type Action, type Change } from "./plan-summary";

export interface ChangesStyle {
  /** Marks what cannot be undone. */
  readonly bold: (text: string) => string;
  /** Every address and attribute, however many. */
  readonly isVerbose: boolean;
}

/** More new resources than this are told by type: nobody reads sixty addresses of a stack that is made for the first time. */
const mostAdded = 8;
const mostAttributes = 6;

const signs: Readonly<Record<Action, string>> = {
  add: "+",
  change: "~",
  replace: "-/+",
  destroy: "-",
  import: "<-",
  move: ">",
  forget: "x",
};

const order: readonly Action[] = ["destroy", "replace", "change", "import", "move", "forget", "add"];

/** One line per change, what is lost first and what is new last. */
export function formatChanges(changes: readonly Change[], style: ChangesStyle): readonly string[] {
  const added = changes.filter(isNew);
  const isShort = added.length <= mostAdded || style.isVerbose;
  const told = isShort ? changes : changes.filter((change) => !isNew(change));
  return [
    ...told.toSorted((a, b) => rank(a) - rank(b)).flatMap((change) => formatChange(change, style)),
    ...(isShort ? [] : formatTypes(added)),
  ];
}

/** What someone deleted by hand is made anew, but is nothing new. */
function isNew({ action, changedOutside }: Change): boolean {
  return action === "add" && changedOutside === undefined;
}

function rank({ action, loses }: Change): number {
  return order.indexOf(action) - (loses === undefined ? 0 : order.length);
}

function formatChange(change: Change, { bold, isVerbose }: ChangesStyle): readonly string[] {
  const { address, action, loses } = change;
  const what = describe(change, isVerbose);
  const line = `  ${signs[action].padStart(3)} ${address}${what === "" ? "" : `  ${what}`}`;
  return loses === undefined ? [line] : [bold(line), bold(`        LOSES ${loses}`)];
}

function describe(change: Change, isVerbose: boolean): string {
  const { attributes = [], replacedFor = [], reason, movedFrom, changedOutside, action } = change;
  const forced = replacedFor.length > 0 ? `forced by ${replacedFor.join(", ")}` : undefined;
  const others = attributes.filter((attribute) => !replacedFor.includes(attribute));
  const shown = others.slice(0, isVerbose ? undefined : mostAttributes);
  const hidden = others.length - shown.length;
  const changed = [...shown, ...(hidden > 0 ? [`${hidden} more`] : [])].join(", ");
  const parts = [
    forced,
    forced !== undefined && changed !== "" ? `changed ${changed}` : changed,
    action !== "change" && forced === undefined ? reason?.replaceAll("_", " ") : undefined,
    movedFrom === undefined ? undefined : `was ${movedFrom}`,
    describeOutside(changedOutside),
  ];
  return parts.filter((part) => part !== undefined && part !== "").join("; ");
}

function describeOutside(changed: Change["changedOutside"]): string | undefined {
  if (changed === undefined) return undefined;
  return changed === "deleted" ? "(deleted outside)" : `(changed outside: ${changed.join(", ")})`;
}

/** `+ 6 aws_subnet, 2 aws_lb`, most first, in lines that fit a terminal. */
function formatTypes(added: readonly Change[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { type } of added) counts.set(type, (counts.get(type) ?? 0) + 1);
  const words = [...counts]
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([type, count]) => (count === 1 ? type : `${count} ${type}`));
  return wrap(words, 100).map((line, index) => `  ${index === 0 ? "  +" : "   "} ${line}`);
}

function wrap(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined) lines.push(word);
    else if (last.length + word.length + 2 > width) lines.splice(-1, 1, `${last},`, word);
    else lines.splice(-1, 1, `${last}, ${word}`);
  }
  return lines;
}
