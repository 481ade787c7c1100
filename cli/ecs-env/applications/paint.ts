import type { Paint } from "../../../deploy/progress/terminal-lines";

const codes = { plain: undefined, good: 32, warning: 33, bad: 31 } as const;

export const coloured: Paint = (tone, text) => {
  const code = codes[tone];
  return code === undefined ? text : `\u001b[${code}m${text}\u001b[39m`;
};

export const uncoloured: Paint = (_tone, text) => text;
