import { type ValueMap } from "../values/value";
import { type StackFiles } from "./stack-files";

/** A resource, data source, provider or call of a module of a synthesized stack; with `count` or `for_each`, one of its instances. */
export class Resource {
  private evaluated: ValueMap | undefined;

  constructor(
    readonly stack: StackFiles,
    readonly mode: "managed" | "data" | "provider" | "module",
    readonly type: string,
    /** Address inside the stack, such as `aws_lb.public`, `data.aws_vpc.shared`, `provider.aws` or `module.vpc.aws_subnet.public[0]`. */
    readonly address: string,
    /** What is written, expressions included. */
    readonly written: Readonly<Record<string, unknown>>,
    private readonly evaluate: () => ValueMap,
  ) {}

  /** The attributes, evaluated when first asked for. */
  get values(): ValueMap {
    return (this.evaluated ??= this.evaluate());
  }

  /** Address among all stacks, such as `dev-network/aws_lb.public`: what waivers, findings and reports call it. */
  get place(): string {
    return `${this.stack.name}/${this.address}`;
  }

  /** Path of its construct inside the stack, such as `Network/Vpc`; only of stacks that cdktf wrote. */
  get constructPath(): string | undefined {
    const metadata = Object(Object(this.written["//"])["metadata"]);
    const path: unknown = metadata["path"];
    return typeof path === "string" ? path.slice(path.indexOf("/") + 1) : undefined;
  }
}
