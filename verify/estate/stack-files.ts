import { environmentOf } from "../../terraform/stacks/select-stacks";
import { asObject, type Stack } from "../../terraform/stacks/stack";
import { type Value } from "../values/value";
import { evaluateBody } from "./evaluate-body";
import { type ModuleCall, ModuleFiles, type ModuleSource } from "./module-files";
import { Resource } from "./resource";

/** A stack that can be checked: what cdktf wrote, or a folder of plain Terraform with the modules that it calls. */
export interface ReadableStack extends Stack, Pick<ModuleSource, "modules" | "path" | "readFile"> {
  /** Environment that it belongs to. @default - `dev` of `dev-network` */
  readonly environment?: string;
}

/** Name of the environment that a stack belongs to. */
export function environmentOfStack({ environment, name }: ReadableStack): string {
  return environment ?? environmentOf(name);
}

/** One synthesized stack: its resources, with the references between them resolved. */
export class StackFiles {
  /** Managed resources and data sources. */
  readonly resources: readonly Resource[];
  /** Of the root module. */
  readonly providers: readonly Resource[];
  private readonly root: ModuleFiles;

  constructor(
    readonly stack: ReadableStack,
    /** The stack whose outputs a `terraform_remote_state` reads; undefined when it is not among those that are checked. */
    readonly writerOf: (dataSource: string) => StackFiles | undefined,
  ) {
    this.root = new ModuleFiles(this, stack);
    this.resources = this.root.resources;
    this.providers = Object.entries(asObject(stack.configuration.provider)).flatMap(([type, given]) =>
      [given].flat().map((one) => this.provider(type, asObject(one))),
    );
  }

  get name(): string {
    return this.stack.name;
  }

  /** Name of the environment that it belongs to. */
  get environment(): string {
    return environmentOfStack(this.stack);
  }

  /** The JSON that Terraform applies. */
  get configuration(): Stack["configuration"] {
    return this.stack.configuration;
  }

  /** Every call of a module. */
  get moduleCalls(): readonly ModuleCall[] {
    return this.root.moduleCalls;
  }

  /** Value of an output. */
  output(name: string): Value {
    return this.root.output(name);
  }

  private provider(type: string, written: Readonly<Record<string, unknown>>): Resource {
    const address = ["provider", type, written["alias"]].filter((part) => part !== undefined).join(".");
    return new Resource(this, "provider", type, address, written, () => evaluateBody(written, this.root));
  }
}
