import { type AttributeChange } from "../../compare/attribute-change";
import { type ResourceAction, type ResourceChange, type SettingChange } from "../../compare/comparison";
import { type StackChange } from "../report";
import { shortenPair, shortenValue } from "./shorten";

/** More new or deleted resources of one construct than this are told by type. */
const mostListed = 6;
const mostTextLines = 20;
/** The subject of a token, with the name of its issuer before it, is longer than other values that people read. */
const longestTextLine = 320;

/** Lines of a `diff` block for changes, with a headline per stack; the first character colours the line. */
export function changeLines(changes: readonly StackChange[], isShort: boolean): readonly string[] {
  const stacks = [...new Set(changes.map(({ stack }) => stack))];
  return [
    ...(["added", "removed"] as const).flatMap((way) =>
      wholeLine(changes.flatMap((change) => ("whole" in change && change.whole === way ? [change] : []))),
    ),
    ...stacks.flatMap((stack) => {
      const own = changes.filter((change) => change.stack === stack);
      const resources = own.flatMap((change) => ("resource" in change ? [change.resource] : []));
      const settings = own.flatMap((change) => ("setting" in change ? [change.setting] : []));
      const lines = [...resourceLines(resources, isShort), ...settingLines(settings, isShort)];
      return lines.length === 0 ? [] : [`@@ ${stack} @@`, ...lines];
    }),
  ];
}

type WholeStack = Extract<StackChange, { readonly whole: string }>;

/** `+ 111 resources of new stacks: network (57), data (11), services (43)` */
function wholeLine(stacks: readonly WholeStack[]): readonly string[] {
  const [first] = stacks;
  if (first === undefined) return [];
  const total = stacks.reduce((sum, { resources }) => sum + resources, 0);
  const [sign, word] = first.whole === "added" ? ["+", "new"] : ["-", "removed"];
  const names = stacks.map(({ stack, resources }) => `${stack} (${resources})`).join(", ");
  return [`${sign} ${total} resources of ${word} ${stacks.length === 1 ? "stack" : "stacks"}: ${names}`];
}

interface ActionStyle {
  readonly sign: string;
  readonly says: (change: ResourceChange) => string;
}

const because = ({ forcedBy }: ResourceChange) =>
  forcedBy.length === 0 ? "" : `, forced by ${forcedBy.join(", ")}`;

/** In the order in which they are told: what is lost first. */
const styles: Readonly<Record<ResourceAction, ActionStyle>> = {
  destroy: { sign: "-", says: () => "destroyed" },
  replace: { sign: "-/+", says: (change) => `replaced${because(change)}` },
  rename: { sign: "-/+", says: ({ from = "" }) => `looks renamed, was ${from}` },
  change: { sign: "!", says: () => "changed in place" },
  revise: { sign: "!", says: () => "new revision" },
  move: { sign: "!", says: ({ from = "" }) => `moved, was ${from}` },
  import: { sign: "+", says: () => "imported" },
  forget: { sign: "!", says: () => "no longer managed, not deleted" },
  keep: { sign: " ", says: () => "unchanged in AWS" },
  add: { sign: "+", says: () => "" },
};

const order = Object.keys(styles);

function resourceLines(changes: readonly ResourceChange[], isShort: boolean): readonly string[] {
  const sorted = changes.toSorted((a, b) => order.indexOf(a.action) - order.indexOf(b.action));
  const told = new Set<string>();
  return sorted.flatMap((change) => {
    const group = groupOf(change, sorted);
    if (group.length <= mostListed) return resourceLine(change, isShort);
    const key = `${change.action} ${change.construct ?? ""}`;
    if (told.has(key)) return [];
    told.add(key);
    const trusting = group.filter(({ attributes, action }) => action === "add" && attributes.length > 0);
    return [
      ...groupLines(change, group),
      ...(isShort ? [] : trusting.flatMap((one) => resourceLine(one, isShort))),
    ];
  });
}

/** What comes, goes or is renamed together with a resource: the others of its construct. */
function groupOf(change: ResourceChange, changes: readonly ResourceChange[]): readonly ResourceChange[] {
  if (!["add", "destroy", "rename"].includes(change.action)) return [change];
  return changes.filter(
    ({ action, construct }) => action === change.action && construct === change.construct,
  );
}

const groupWords: Readonly<Record<string, string>> = {
  add: "added",
  destroy: "destroyed",
  rename: "look renamed",
};

function groupLines(
  { action, construct }: ResourceChange,
  group: readonly ResourceChange[],
): readonly string[] {
  const { sign } = styles[action];
  const types = new Map<string, number>();
  for (const { type } of group) types.set(type, (types.get(type) ?? 0) + 1);
  const words = [...types].map(([type, many]) => (many === 1 ? type : `${many} ${type}`));
  const name = construct ?? "others";
  return [
    `${sign} ${name}: ${group.length} resources ${groupWords[action] ?? action}`,
    ...wrap(words, `${sign}     `),
  ];
}

function wrap(words: readonly string[], indent: string): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 110) lines.push(`${indent}${word}`);
    else lines[lines.length - 1] = `${last}, ${word}`;
  }
  return lines;
}

function resourceLine(change: ResourceChange, isShort: boolean): readonly string[] {
  const { sign, says } = styles[change.action];
  const { address, attributes, loses, note, from, action } = change;
  // The names inside of what is renamed differ everywhere.
  const isListed = !isShort && action !== "rename";
  const was = from !== undefined && action !== "rename" && action !== "move" ? `, was ${from}` : "";
  const said = `${says(change)}${was}${note === undefined ? "" : ` (${note})`}`;
  return [
    [`${sign} ${address}`, said].filter((text) => text !== "").join(": "),
    ...(loses === undefined ? [] : [`-     LOSES ${loses}`]),
    ...(isListed ? attributes.filter((one) => !isTold(one, change)).flatMap(attributeLines) : []),
  ];
}

/** The headline has what follows from another replacement. */
function isTold({ path, note }: AttributeChange, { action, forcedBy }: ResourceChange): boolean {
  return action === "replace" && forcedBy.includes(`${path}: ${note ?? ""}`);
}

/** `orders › environment › LOG_LEVEL: "info" → "debug"` */
function attributeLines({ path, before, after, lines, note }: AttributeChange): readonly string[] {
  const end = note === undefined ? "" : ` (${note})`;
  if (lines !== undefined) {
    const left = lines.length - mostTextLines;
    return [
      `${signOf(lines)}     ${path}:${end}`,
      ...lines
        .slice(0, mostTextLines)
        .map((line) => `${line.slice(0, 1)}         ${shortenValue(line.slice(1), longestTextLine)}`),
      ...(left > 0 ? [`          … ${left} more lines`] : []),
    ];
  }
  if (before !== undefined && after !== undefined) {
    if (before === after) return [`!     ${path}: ${shortenValue(after)}${end}`];
    const [old, now] = shortenPair(before, after);
    return old.length + now.length <= 140
      ? [`!     ${path}: ${old} → ${now}${end}`]
      : [`-     ${path}: ${old}`, `+     ${path}: ${now}${end}`];
  }
  if (before !== undefined) return [`-     ${path}: ${shortenValue(before)}${end}`];
  if (after !== undefined) return [`+     ${path}: ${shortenValue(after)}${end}`];
  return [`!     ${path}${note === undefined ? "" : `: ${note}`}`];
}

/** Of lines that all come or all go, their own. */
function signOf(lines: readonly string[]): string {
  const [sign = "!", ...others] = new Set(lines.map((line) => line.slice(0, 1)));
  return others.length === 0 ? sign : "!";
}

const settingSigns: Readonly<Record<SettingChange["action"], string>> = {
  add: "+",
  change: "!",
  remove: "-",
};

function settingLines(settings: readonly SettingChange[], isShort: boolean): readonly string[] {
  const names = (action: SettingChange["action"]) =>
    settings.filter((one) => one.action === action).map(({ address }) => address);
  const changed = settings.filter(({ action }) => action === "change");
  return [
    ...changed.flatMap(({ address, attributes }) => [
      `! ${address}: changed`,
      ...(isShort ? [] : attributes.flatMap(attributeLines)),
    ]),
    ...(["add", "remove"] as const).flatMap((action) => {
      const sign = settingSigns[action];
      return wrap(names(action), `${sign} `);
    }),
  ];
}
