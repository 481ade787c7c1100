import { isRecord } from "../../values/value-shape";
import { type Refusal, type Rule } from "../rule";

const most = { key: 128, value: 256, tags: 50 };

/** Tags that no service takes: too many, too long, or with the prefix that AWS keeps for itself. */
export const tagSyntax: Rule = {
  id: "tag-syntax",
  types: [],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html",
  check({ values }) {
    // `tags_all` has the provider's default tags too; while it is unknown, the resource's own are all there is to see.
    const attribute = isRecord(values["tags_all"]) ? "tags_all" : "tags";
    const tags = values[attribute];
    if (!isRecord(tags)) return [];
    const refused = Object.entries(tags).flatMap(([key, value]): readonly Refusal[] => {
      const path = [attribute, key];
      if (key.toLowerCase().startsWith("aws:"))
        return [
          refusal(
            `Tag keys starting with 'aws:' are reserved for system use: ${key}`,
            "Choose a key without this prefix.",
            path,
          ),
        ];
      if (key.length === 0 || key.length > most.key)
        return [
          refusal(
            `Tag keys must be between 1 and ${most.key} characters in length`,
            `Shorten the key, which has ${key.length} characters.`,
            path,
          ),
        ];
      if (typeof value === "string" && value.length > most.value)
        return [
          refusal(
            `Tag values must not exceed ${most.value} characters in length: ${key}`,
            `Shorten the value, which has ${value.length} characters.`,
            path,
          ),
        ];
      return [];
    });
    const count = Object.keys(tags).length;
    if (count <= most.tags) return refused;
    return [
      ...refused,
      {
        code: "TooManyTags",
        message: `More than ${most.tags} tags`,
        advice: `Keep at most ${most.tags} of the ${count} tags, the provider's default tags included.`,
        path: [attribute],
      },
    ];
  },
};

function refusal(message: string, advice: string, path: Refusal["path"]): Refusal {
  return { code: "InvalidTag", message, advice, path };
}
