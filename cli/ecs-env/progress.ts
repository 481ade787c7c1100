/** One line per stack: rewritten in place on a terminal, else a line when something new begins. */
export class ProgressLines {
  private readonly lines = new Map<string, string>();
  private shown = 0;

  constructor(
    private readonly output: {
      write(text: string): unknown;
      readonly isTTY?: boolean;
      readonly columns?: number;
    },
    private readonly isQuiet: boolean,
  ) {}

  update(stack: string, doing: string): void {
    const before = this.lines.get(stack);
    this.lines.set(stack, doing);
    if (this.isQuiet) return;
    if (this.output.isTTY) this.redraw();
    else if (before?.split(" ")[0] !== doing.split(" ")[0]) this.output.write(`${stack}: ${doing}\n`);
  }

  /** Says something that stays, above the lines. */
  say(text: string): void {
    this.clear();
    this.output.write(`${text}\n`);
  }

  /** Takes the lines away, before something else is printed. */
  clear(): void {
    if (this.shown > 0) this.output.write(`\u001b[${this.shown}A\u001b[J`);
    this.shown = 0;
  }

  private redraw(): void {
    this.clear();
    // A line that the terminal breaks would be two, and one of them would stay.
    const width = this.output.columns || 80;
    for (const [stack, doing] of this.lines)
      this.output.write(`${`${stack}: ${doing}`.slice(0, width - 1)}\n`);
    this.shown = this.lines.size;
  }
}
