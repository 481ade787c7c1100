import { isRecord } from "../is-record";

/** Terraform's attributes and blocks by their names; whatever is absent or of another type is left out. */
export class Reader {
  constructor(private readonly values: Readonly<Record<string, unknown>>) {}

  text(name: string): string | undefined {
    const value = this.values[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  }

  number(name: string): number | undefined {
    const value = this.values[name];
    if (typeof value === "number") return value;
    return typeof value === "string" && value !== "" ? Number(value) : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.values[name];
    return typeof value === "boolean" ? value : undefined;
  }

  texts(name: string): readonly string[] {
    const value = this.values[name];
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  }

  tags(name: string): { key: string; value: string }[] {
    const value = this.values[name];
    return Object.entries(isRecord(value) ? value : {}).map(([key, text]) => ({ key, value: String(text) }));
  }

  /** All blocks of a name. */
  blocks(name: string): readonly Reader[] {
    const value = this.values[name];
    return (Array.isArray(value) ? value : []).filter(isRecord).map((block) => new Reader(block));
  }

  /** The only block of a name. */
  block(name: string): Reader | undefined {
    return this.blocks(name)[0];
  }
}
