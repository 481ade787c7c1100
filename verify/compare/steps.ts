/** A step into a value: a field, an item found by its name, an item found by its place, or what JSON text holds. */
export type Step =
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "document" };

/** Fields that say nothing beside the name of what is in them: `orders › LOG_LEVEL` needs no `container_definitions`. */
const silentBeforeName: ReadonlySet<string> = new Set(["container_definitions", "statement", "Statement"]);

/**
 * Path for people: `setting[containerInsights].value` in attributes, `orders › environment › LOG_LEVEL` in JSON text.
 */
export function formatSteps(steps: readonly Step[]): string {
  let text = "";
  let isInside = false;
  const add = (word: string) => (text += text === "" ? word : isInside ? ` › ${word}` : `.${word}`);
  for (const [index, step] of steps.entries()) {
    const next = steps.slice(index + 1).find(({ kind }) => kind !== "document");
    switch (step.kind) {
      case "document":
        isInside = true;
        break;
      case "field":
        if (next?.kind === "key" && silentBeforeName.has(step.name)) break;
        if (isInside && next === undefined && step.name.toLowerCase() === "value" && endsInKey(steps, index))
          break;
        add(step.name);
        break;
      case "key":
        if (isInside) add(step.key);
        else text += `[${step.key}]`;
        break;
      case "index":
        text += `[${step.index}]`;
    }
  }
  return text;
}

/** Of a pair of name and value, the name says it. */
function endsInKey(steps: readonly Step[], index: number): boolean {
  return steps[index - 1]?.kind === "key";
}
