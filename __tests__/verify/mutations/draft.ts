import { type Stack } from "../../../terraform/stacks/stack";
import { changed, inside, isJson, type Json } from "./json";

/** What a mutation changes: a resource, or something inside one. */
export interface Victim {
  readonly type: string;
  readonly name: string;
  /** As written; to be changed in place. */
  readonly body: Json;
}

/** A stack's JSON, on a copy that may be changed. */
export class StackDraft {
  private readonly configuration: Json;

  constructor(private readonly stack: Stack) {
    this.configuration = JSON.parse(JSON.stringify(stack.configuration));
  }

  get changed(): Stack {
    return { ...this.stack, configuration: this.configuration };
  }

  /** Resources of some types. */
  all(...types: readonly string[]): readonly Victim[] {
    return types.flatMap((type) => listed(type, inside(this.configuration, "resource")[type]));
  }

  /** Data sources of a type. */
  data(type: string): readonly Victim[] {
    return listed(type, inside(this.configuration, "data")[type]);
  }

  get providers(): readonly Victim[] {
    const given = inside(this.configuration, "provider")["aws"];
    return [given]
      .flat()
      .filter(isJson)
      .map((body) => ({ type: "provider", name: "aws", body }));
  }

  /** Containers of the task definitions, where cdktf keeps them: in locals. */
  get containers(): readonly Victim[] {
    return Object.entries(inside(this.configuration, "locals"))
      .filter(([name]) => name.endsWith("_containers"))
      .flatMap(([name, containers]) =>
        [containers]
          .flat()
          .filter(isJson)
          .map((body) => ({ type: "local", name: `${name}.${String(body["name"])}`, body })),
      );
  }

  /** Terraform's own settings. */
  get terraform(): Json {
    return inside(this.configuration, "terraform");
  }

  addProvider(body: Json): void {
    const providers = inside(this.configuration, "provider");
    providers["aws"] = [providers["aws"], body].flat();
  }

  add(type: string, name: string, body: object): void {
    inside(inside(this.configuration, "resource"), type)[name] = body;
  }

  callModule(name: string, source: string): void {
    inside(this.configuration, "module")[name] = { source };
  }

  addData(type: string, name: string, body: object): void {
    inside(inside(this.configuration, "data"), type)[name] = body;
  }

  remove({ type, name }: Victim): void {
    delete inside(inside(this.configuration, "resource"), type)[name];
  }

  setLocal(name: string, value: unknown): void {
    inside(this.configuration, "locals")[name] = value;
  }

  setOutput(name: string, value: string): void {
    inside(this.configuration, "output")[name] = { value };
  }

  declareVariable(name: string): void {
    inside(this.configuration, "variable")[name] = { type: "string" };
  }

  /** Replaces a text in all outputs. */
  replaceInOutputs(pattern: RegExp, text: string): void {
    this.configuration["output"] = changed(this.configuration["output"], pattern, text);
  }

  /** Replaces a text in all resources. */
  replaceInResources(pattern: RegExp, text: string): void {
    this.configuration["resource"] = changed(this.configuration["resource"], pattern, text);
  }
}

/** The stacks of an environment, as drafts. */
export class EnvironmentDraft {
  private readonly drafts: readonly StackDraft[];

  constructor(
    readonly name: string,
    stacks: readonly Stack[],
  ) {
    this.drafts = stacks.map((stack) => new StackDraft(stack));
  }

  get stacks(): readonly Stack[] {
    return this.drafts.map((draft) => draft.changed);
  }

  get network(): StackDraft {
    return this.stack("network");
  }

  get data(): StackDraft {
    return this.stack("data");
  }

  get services(): StackDraft {
    return this.stack("services");
  }

  stack(kind: string): StackDraft {
    const found = this.find(kind);
    if (!found) throw new Error(`no stack ${this.name}-${kind}`);
    return found;
  }

  find(kind: string): StackDraft | undefined {
    return this.drafts.find((draft) => draft.changed.name === `${this.name}-${kind}`);
  }
}

function listed(type: string, bodies: unknown): readonly Victim[] {
  return Object.entries(isJson(bodies) ? bodies : {}).map(([name, body]) => {
    if (!isJson(body)) throw new Error(`${type}.${name} is no object`);
    return { type, name, body };
  });
}
