import { createHash } from "node:crypto";

/** Ids in the forms that AWS uses; the same order of calls gives the same ids. */
export class Ids {
  private made = 0;

  hex(length: number): string {
    return this.next("hex").slice(0, length);
  }

  digits(length: number): string {
    const number = BigInt(`0x${this.next("digits").slice(0, 30)}`).toString();
    return `1${number}`.slice(0, length);
  }

  uuid(): string {
    const hex = this.hex(32);
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  /** A private address that no other task has. */
  address(): string {
    this.made += 1;
    return `10.10.${Math.floor(this.made / 250) + 1}.${(this.made % 250) + 4}`;
  }

  private next(kind: string): string {
    this.made += 1;
    return createHash("sha256").update(`${kind}/${this.made}`).digest("hex");
  }
}
