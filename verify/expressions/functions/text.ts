import { type Value } from "../../values/value";
import { listFrom, numberFrom, textFrom } from "../conversions";
import { NotTold } from "../evaluation-error";
import { joinText } from "../join-text";
import { format } from "./format";
import { type FunctionTable } from "./function";

export const textFunctions: FunctionTable = {
  base64encode: (text) => Buffer.from(textFrom(text), "utf8").toString("base64"),
  basename: (path) => textFrom(path).split("/").filter(Boolean).at(-1) ?? (textFrom(path) === "" ? "." : "/"),
  endswith: (text, suffix) => textFrom(text).endsWith(textFrom(suffix)),
  format: (pattern, ...given) => format(textFrom(pattern), given),
  formatlist: (pattern, ...given) => {
    const lists = given.map((one) => (Array.isArray(one) ? listFrom(one) : undefined));
    const length = Math.max(...lists.map((list) => list?.length ?? 1));
    return Array.from({ length }, (_, index) =>
      format(
        textFrom(pattern),
        given.map((one, at) => (lists[at] ? (lists[at][index] ?? null) : one)),
      ),
    );
  },
  join: (separator, ...lists) => {
    const between = textFrom(separator);
    const items = lists.flatMap(listFrom);
    return joinText(items.flatMap((item, index) => (index === 0 ? [item] : [between, item])));
  },
  lower: (text) => textFrom(text).toLowerCase(),
  replace: (text, wanted, replacement) => replace(textFrom(text), textFrom(wanted), textFrom(replacement)),
  split: (separator, text) => textFrom(text).split(textFrom(separator)),
  startswith: (text, prefix) => textFrom(text).startsWith(textFrom(prefix)),
  strcontains: (text, part) => textFrom(text).includes(textFrom(part)),
  substr: (text, offset, length) => {
    const signs = [...textFrom(text)];
    const from = numberFrom(offset) < 0 ? signs.length + numberFrom(offset) : numberFrom(offset);
    const count = numberFrom(length);
    return signs.slice(from, count < 0 ? undefined : from + count).join("");
  },
  title: (text) => textFrom(text).replace(/(?<![\p{L}\p{N}_'’])\p{L}/gu, (letter) => letter.toUpperCase()),
  trimprefix: (text, prefix) => {
    const [whole, start] = [textFrom(text), textFrom(prefix)];
    return whole.startsWith(start) ? whole.slice(start.length) : whole;
  },
  trimspace: (text) => textFrom(text).trim(),
  trimsuffix: (text, suffix) => {
    const [whole, end] = [textFrom(text), textFrom(suffix)];
    return whole.endsWith(end) ? whole.slice(0, whole.length - end.length) : whole;
  },
  upper: (text) => textFrom(text).toUpperCase(),
};

/** A pattern between slashes is a regular expression; Go's own syntax is left to Terraform. */
function replace(text: string, wanted: string, replacement: string): Value {
  const pattern = /^\/(.+)\/$/s.exec(wanted)?.[1];
  if (pattern === undefined) return text.replaceAll(wanted, () => replacement);
  throw new NotTold();
}
