export interface LiveOutput {
  write(text: string): unknown;
  readonly columns?: number;
  readonly rows?: number;
}

/** Lines at the end of a terminal that are redrawn, below lines that stay. */
export class LiveArea {
  private shown = 0;

  constructor(
    private readonly output: LiveOutput,
    private readonly frame: (size: { readonly columns: number; readonly rows: number }) => readonly string[],
  ) {}

  /** Writes lines that stay, and the frame as it is now. */
  draw(lines: readonly string[] = []): void {
    const frame = this.frame({ columns: this.output.columns || 80, rows: this.output.rows || 24 });
    const text = [...lines, ...frame].map((line) => `${line}\n`).join("");
    // In one write, so that no half frame is ever seen.
    if (this.shown > 0 || text !== "") this.output.write(`${this.taken()}${text}`);
    this.shown = frame.length;
  }

  /** Takes the frame away. */
  clear(): void {
    if (this.shown > 0) this.output.write(this.taken());
    this.shown = 0;
  }

  private taken(): string {
    return this.shown > 0 ? `\u001b[${this.shown}A\u001b[J` : "";
  }
}
