import { type ExpressionToken } from "./expression-token";

/** Prints tokens on one line, spaced as `terraform fmt` spaces them (hclwrite's `spaceAfterToken`). */
export function formatTokens(tokens: readonly ExpressionToken[]): string {
  const line = withoutNewlines(tokens);
  return line
    .map((token, index) => {
      const after = line[index + 1];
      if (after === undefined) return token.text;
      return token.text + (hasSpaceBetween(line[index - 1], token, after) ? " " : "");
    })
    .join("");
}

/** Line breaks mean nothing except between the items of an object, where they stand for a comma. */
function withoutNewlines(tokens: readonly ExpressionToken[]): ExpressionToken[] {
  const line: ExpressionToken[] = [];
  const open: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const last = line.at(-1);
    if (token.kind !== "newline") {
      if ("([{".includes(token.text)) {
        const isFor = token.text === "{" && tokens.slice(index + 1).find(isNotNewline)?.text === "for";
        open.push(isFor ? "for" : token.text);
      }
      if (")]}".includes(token.text)) {
        open.pop();
        if (token.text === "}" && last?.text === ",") line.pop();
      }
      line.push(token);
    } else if (open.at(-1) === "{" && last?.text !== "{" && last?.text !== ",") {
      line.push({ kind: "symbol", text: "," });
    }
  }
  return line;
}

function isNotNewline(token: ExpressionToken): boolean {
  return token.kind !== "newline";
}

// What a minus may follow only as a sign, never as a subtraction.
const beforeSign = new Set("( { [ = : , ? + * / % - == != > >= < <= && || !".split(" "));

function hasSpaceBetween(
  before: ExpressionToken | undefined,
  token: ExpressionToken,
  after: ExpressionToken,
): boolean {
  if (token.kind === "identifier" && after.text === "(") return false;
  if (token.text === "::" || after.text === "::") return false;
  if (token.text === "." || after.text === ".") return false;
  if (after.text === "," || after.text === "...") return false;
  if (token.text === ",") return true;
  if (token.text === "in" && before?.kind === "identifier") return true;
  if (after.text === "[" && (isIdentifierOrNumber(token) || isOneOf(token, ")]}"))) return false;
  if (token.text === "!") return false;
  if (token.text === "-") return before !== undefined && !beforeSign.has(before.text);
  if (token.text === "{" && after.text === "}") return false;
  if (token.text === "{" || after.text === "}") return true;
  return !isOneOf(token, "([") && !isOneOf(after, ")]");
}

function isIdentifierOrNumber(token: ExpressionToken): boolean {
  return token.kind === "identifier" || token.kind === "number";
}

function isOneOf(token: ExpressionToken, brackets: string): boolean {
  return token.text.length === 1 && brackets.includes(token.text);
}
