import { formatGiven } from "../../problems/problem";
import { showGiven } from "../parsing/given";
import { readEntries, type Report } from "../parsing/field-reader";
import { fieldPath } from "../../problems/field-path";
import type { Fault } from "../parsing/fault";

/** Tags that the library sets; in lower case, because IAM takes no two names that differ in case only. */
const ownTags = ["environment", "managedby", "name"];

/** AWS allows 50 tags for a resource; some are kept for a name of its own. */
const mostTags = 40;

/** `tags`; text of people, passed on as it is. @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
export function readTags(input: unknown, report: Report): Readonly<Record<string, string>> | undefined {
  const entries = readEntries(
    input,
    "tags",
    () => 'Write tags by name, for example { Team: "shop" }.',
    report,
  );
  if (!entries) return undefined;
  if (entries.size > mostTags) {
    const must = `must be at most ${mostTags} tags`;
    report({ where: "tags", must, got: `${entries.size} tags`, advice: "Remove some." });
    return undefined;
  }
  const problems = [...entries].flatMap(([name, value]) => {
    const where = fieldPath("tags", [name]);
    const nameFault = findNameFault(name) ?? findTwin(name, [...entries.keys()]);
    if (nameFault) return [{ where, ...nameFault, got: formatGiven(name) }];
    const valueFault = findValueFault(value);
    return valueFault ? [{ where, ...valueFault, got: showGiven(value) }] : [];
  });
  problems.forEach(report);
  const sound = [...entries].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return problems.length > 0 ? undefined : Object.fromEntries(sound);
}

const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const allowedInWords = "letters, digits, spaces and _.:/=+-@";

function findNameFault(name: string): Fault | undefined {
  if (ownTags.includes(name.toLowerCase())) {
    return {
      must: "must not be a tag that the library sets itself",
      advice: "Remove it, or use another name.",
    };
  }
  if (name === "__proto__") {
    return { must: "must not be __proto__, which JavaScript loses on the way", advice: "Use another name." };
  }
  if (/^aws:/i.test(name))
    return { must: 'must not start with "aws:", which AWS keeps', advice: "Rename it." };
  if (name.length >= 1 && name.length <= 128 && allowed.test(name)) return undefined;
  return { must: "must have a name that AWS allows", advice: `Use 1 to 128 ${allowedInWords}.` };
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules */
function findTwin(name: string, names: readonly string[]): Fault | undefined {
  const twin = names.find((other) => other.toLowerCase() === name.toLowerCase());
  if (twin === undefined || twin === name) return undefined;
  return {
    must: `must differ from ${JSON.stringify(twin)} in more than case, for IAM`,
    advice: "Remove one of the two.",
  };
}

function findValueFault(value: unknown): Fault | undefined {
  if (typeof value !== "string") return { must: "must be text", advice: "Write it in quotes." };
  if (value.length <= 256 && allowed.test(value)) return undefined;
  return { must: "must be text that AWS allows", advice: `Use at most 256 ${allowedInWords}.` };
}
