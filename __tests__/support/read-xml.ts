/** An element as a program that reads a report sees it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const tag = /<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w-]*="[^"<]*")*)\s*(\/?)>/y;
const words = /[^<]+/y;

/** Reads well-formed XML of elements, attributes and text; anything else throws. */
export function readXml(xml: string): XmlElement {
  const start = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(xml);
  if (!start) throw new Error("no XML declaration");
  const root: OpenElement = { name: "", attributes: {}, children: [], text: "" };
  const open: OpenElement[] = [root];
  for (let at = start[0].length; at < xml.length;) {
    const parent = open.at(-1) ?? root;
    const token = matchAt(tag, xml, at) ?? matchAt(words, xml, at);
    if (!token) throw new Error(`no XML at ${xml.slice(at, at + 40)}`);
    at += token[0].length;
    const [all, isEnd, name, attributes, isEmpty] = token;
    if (name === undefined) parent.text += unescape(all);
    else if (isEnd) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
    } else {
      const element: OpenElement = {
        name,
        attributes: readAttributes(attributes ?? ""),
        children: [],
        text: "",
      };
      parent.children.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  const [only, ...others] = root.children;
  if (open.length !== 1 || !only || others.length > 0) throw new Error("not one whole element");
  return only;
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [
    name,
    unescape(value),
  ]);
  return Object.fromEntries(pairs);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#10": "\n" };

function unescape(text: string): string {
  return text.replace(/&([^;]*);?/g, (all, name: string) => {
    const character = entities[name];
    if (character === undefined) throw new Error(`${all} is no entity`);
    return character;
  });
}
