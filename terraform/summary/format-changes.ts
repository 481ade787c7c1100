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

/** Terraform's commonest reasons, in words; https://developer.hashicorp.com/terraform/internals/json-format#action-reason */
const reasons: Readonly<Record<string, string>> = {
  delete_because_no_resource_config: "no longer in the configuration",
  delete_because_each_key: "no longer in the configuration",
  delete_because_count_index: "no longer in the configuration",
  replace_because_tainted: "its creation failed half-way",
  replace_by_request: "asked for",
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
  const { attributes = [], replacedFor = [], reason, movedFrom, changedOutside: outside, action } = change;
  const causes = attributes.filter((attribute) => replacedFor.includes(attribute.split(": ")[0] ?? ""));
  const others = attributes.filter((attribute) => !causes.includes(attribute));
  const unnamed = replacedFor.filter((name) => !causes.some((cause) => cause.split(": ")[0] === name));
  const forced = [...causes, ...unnamed];
  const changed = shorten(others, isVerbose);
  const isReasonTold = action === "change" || forced.length > 0 || outside !== undefined;
  const parts = [
    forced.length > 0 ? `forced by ${shorten(forced, isVerbose)}` : "",
    forced.length > 0 && changed !== "" ? `also ${changed}` : changed,
    isReasonTold || reason === undefined ? "" : (reasons[reason] ?? reason.replaceAll("_", " ")),
    movedFrom === undefined ? "" : `was ${movedFrom}`,
  ];
  const what = parts.filter((part) => part !== "").join("; ");
  return [what, describeOutside(outside, attributes)].filter((part) => part !== "").join(" ");
}

function shorten(names: readonly string[], isVerbose: boolean): string {
  const shown = isVerbose || names.length <= mostAttributes ? names : names.slice(0, mostAttributes);
  const hidden = names.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`${hidden} more`] : [])].join(", ");
}

function describeOutside(outside: Change["changedOutside"], attributes: readonly string[]): string {
  if (outside === undefined) return "";
  if (outside === "deleted") return "(deleted outside)";
  return outside.length === attributes.length
    ? "(changed outside)"
    : `(changed outside: ${outside.join(", ")})`;
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
