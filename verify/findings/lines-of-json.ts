import { parseTree, type Node } from "jsonc-parser";
import { createLineTable } from "../../json-files/line-table";

/** As `linesOfHcl`, of a file in Terraform's JSON syntax: the lines of the keys. */
export function linesOfJson(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const lineOf = createLineTable(text);
  const add = (address: string, { offset }: Node) => {
    if (!lines.has(address)) lines.set(address, lineOf(offset).line);
  };
  for (const [kind, section] of fieldsOf(parseTree(text))) {
    if (kind.value === "module") fieldsOf(section).forEach(([name]) => add(`module.${name.value}`, name));
    if (kind.value === "provider") addProviders(section, add);
    if (kind.value !== "resource" && kind.value !== "data") continue;
    const prefix = kind.value === "data" ? "data." : "";
    for (const [type, blocks] of fieldsOf(section)) {
      for (const [name] of fieldsOf(blocks)) add(`${prefix}${type.value}.${name.value}`, name);
    }
  }
  return lines;
}

/** Each is an object, or an item of a list; a name of its own makes it another provider. */
function addProviders(section: Node, add: (address: string, node: Node) => void): void {
  for (const [type, given] of fieldsOf(section)) {
    for (const body of given.type === "array" ? (given.children ?? []) : [given]) {
      const alias = fieldsOf(body).find(([key]) => key.value === "alias")?.[1].value;
      add(["provider", type.value, alias].filter((part) => part !== undefined).join("."), body);
    }
  }
}

/** Keys and values of an object, or of each object in a list: Terraform takes both. */
function fieldsOf(node: Node | undefined): (readonly [key: Node, value: Node])[] {
  if (node?.type === "array") return (node.children ?? []).flatMap((item) => fieldsOf(item));
  return (node?.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[key, value] as const] : [],
  );
}
