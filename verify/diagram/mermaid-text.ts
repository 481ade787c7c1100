import { printable, shorten } from "./escape-xml";

/** A label in quotes. Every character with a meaning of its own is written as Mermaid's entity. */
export function quoted(lines: readonly string[]): string {
  return `"${lines.map((line) => escape(shorten(line))).join("<br/>")}"`;
}

function escape(text: string): string {
  return printable(text)
    .replace(special, (letter) => entities[letter] ?? `#${letter.codePointAt(0)};`)
    .replace(/^(\d+)([.)]) /, "$1$2\u00a0")
    .replace(/^([-*+]) /, "$1\u00a0");
}

/** Markup, formulas, comments, directives, and escapes of line breaks. */
const special = /["#<>&`\\%$;{}[\]|]/g;

const entities: Readonly<Record<string, string>> = {
  '"': "#quot;",
  "<": "#lt;",
  ">": "#gt;",
  "&": "#amp;",
};

/** Names as ids: letters, digits and underscores, each once, and no word of the language. */
export class MermaidIds {
  private readonly byName = new Map<string, string>();
  private readonly taken = new Set(reserved);

  of(name: string, wish = name): string {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    const word = wish.replace(/[^A-Za-z0-9]+/g, "_").replace(/^(?![A-Za-z])/, "n_");
    let id = word;
    for (let count = 2; this.taken.has(id.toLowerCase()); count += 1) id = `${word}_${count}`;
    this.taken.add(id.toLowerCase());
    this.byName.set(name, id);
    return id;
  }
}

const reserved = [
  ...[
    "end",
    "graph",
    "flowchart",
    "subgraph",
    "style",
    "linkstyle",
    "classdef",
    "class",
    "click",
    "href",
    "call",
  ],
  ...["default", "interpolate", "direction", "tb", "td", "bt", "rl", "lr", "acctitle", "accdescr"],
];
