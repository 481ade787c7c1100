/**
 * Takes the spaces out of the expressions in a template: `${ join( ",", a ) }` and `${join(",",a)}` are equal, text
 * outside of `${…}` and inside quotes is kept.
 */
export function normalizeTemplate(text: string): string {
  const open: ("template" | "quoted" | "{" | "expression")[] = ["template"];
  let result = "";
  for (let index = 0; index < text.length; index += 1) {
    const [character = "", next = ""] = [text[index], text[index + 1]];
    const mode = open.at(-1);
    if (mode === "template" || mode === "quoted") {
      const isEscape =
        (mode === "quoted" && character === "\\") || /^([$%])\1\{/.test(text.slice(index, index + 3));
      if (isEscape) {
        const length = character === "\\" ? 2 : 3;
        result += text.slice(index, index + length);
        index += length - 1;
        continue;
      }
      if ((character === "$" || character === "%") && next === "{") {
        open.push("expression");
        result += character + next;
        index += 1;
        continue;
      }
      if (mode === "quoted" && character === '"') open.pop();
    } else if (/\s/.test(character)) continue;
    else if (character === '"') open.push("quoted");
    else if (character === "{") open.push("{");
    else if (character === "}") open.pop();
    result += character;
  }
  return result;
}
