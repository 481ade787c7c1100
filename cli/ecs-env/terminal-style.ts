import { type Command } from "./read-command";

/** How a terminal shows what matters. */
export interface TerminalStyle {
  readonly bold: (text: string) => string;
  readonly red: (text: string) => string;
}

const coloured: TerminalStyle = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  red: (text) => `\u001b[31m${text}\u001b[39m`,
};

const plain: TerminalStyle = { bold: (text) => text, red: (text) => text };

/** Colours are for terminals, unless somebody says no. */
export function isColoured({ flags }: Command, env: NodeJS.ProcessEnv): boolean {
  return process.stdout.isTTY && !env["NO_COLOR"] && !flags.has("no-color");
}

export function styleOf(command: Command, env: NodeJS.ProcessEnv): TerminalStyle {
  return isColoured(command, env) && command.values["output"] === undefined ? coloured : plain;
}
