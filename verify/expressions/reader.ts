/** A place in a text, and what stands there. */
export class Reader {
  offset = 0;
  /** Whether a line break ends an expression, as between the entries of an object. */
  endsAtLine = false;

  constructor(readonly text: string) {}

  get isAtEnd(): boolean {
    return this.offset >= this.text.length;
  }

  startsWith(symbol: string): boolean {
    return this.text.startsWith(symbol, this.offset);
  }

  /** Reads what a sticky pattern matches here. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.offset += found.length;
    return found;
  }

  skipBlank(): void {
    this.match(this.endsAtLine ? blankInLine : blank);
  }

  /** Whether a symbol comes next, after blanks; reads it if so. */
  take(symbol: string): boolean {
    this.skipBlank();
    if (!this.startsWith(symbol)) return false;
    this.offset += symbol.length;
    return true;
  }

  expect(symbol: string): void {
    if (!this.take(symbol)) throw this.unreadable();
  }

  /** Reads a name, such as `for` or `aws_vpc`. */
  takeName(): string | undefined {
    this.skipBlank();
    return this.match(name);
  }

  takeWord(word: string): boolean {
    const start = this.offset;
    if (this.takeName() === word) return true;
    this.offset = start;
    return false;
  }

  /** Reads something in which line breaks mean nothing, or end an expression. */
  within<T>(endsAtLine: boolean, read: () => T): T {
    const before = this.endsAtLine;
    this.endsAtLine = endsAtLine;
    const result = read();
    this.endsAtLine = before;
    return result;
  }

  /** What was read since an offset. */
  since(start: number): string {
    return this.text.slice(start, this.offset).trim();
  }

  unreadable(): Error {
    return new Error(`Not a Terraform expression, at character ${this.offset + 1}`);
  }
}

const name = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const blank = /(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const blankInLine = /(?:[^\S\n]+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
