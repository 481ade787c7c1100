import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Flow } from "../../../terraform/flow/flow";
import { runFlow } from "../../../terraform/flow/run-flow";
import { type StackReport } from "../../../terraform/flow/stack-report";
import { offlineWorkplace, onlineWorkplace } from "../../../terraform/flow/workplace";
import { Terraform, terraformEnvironment } from "../../../terraform/run/terraform";
import { World } from "../../../terraform/run/world";
import { readStacks } from "../../../terraform/stacks/read-stacks";
import { type Stack } from "../../../terraform/stacks/stack";

type Configuration = Readonly<Record<string, unknown>>;

/** A stack as cdktf writes it: one resource of Terraform itself, which needs no provider, and an output that others may read. */
export function holding(input: unknown, reads?: string): Configuration {
  const state = (name: string) => ({ path: `../../../terraform.${name}.tfstate` });
  const source =
    reads === undefined
      ? {}
      : { data: { terraform_remote_state: { up: { backend: "local", config: state(reads) } } } };
  return {
    ...source,
    resource: { terraform_data: { it: { input } } },
    output: { it: { value: "${terraform_data.it.output}" } },
  };
}

export const fromUpstream = "${data.terraform_remote_state.up.outputs.it}";

/** An app of hand-made stacks that the real terraform runs, and the world that it changes. */
export class AnApp {
  readonly folder = mkdtempSync(join(tmpdir(), "app-"));
  readonly world = new World(join(this.folder, "world"));
  /** What was said of progress. */
  readonly said: string[] = [];
  private readonly dependencies = new Map<string, readonly string[]>();

  write(name: string, configuration: Configuration, dependencies: readonly string[] = []): this {
    this.dependencies.set(name, dependencies);
    const backend = { local: { path: `../../../terraform.${name}.tfstate` } };
    this.put(`stacks/${name}/cdk.tf.json`, { terraform: { backend }, ...configuration });
    const stacks = [...this.dependencies].map(([one, needs]) => [
      one,
      {
        name: one,
        synthesizedStackPath: `stacks/${one}/cdk.tf.json`,
        workingDirectory: `stacks/${one}`,
        dependencies: needs,
      },
    ]);
    this.put("manifest.json", { stacks: Object.fromEntries(stacks) });
    return this;
  }

  stacks(): readonly Stack[] {
    return readStacks(join(this.folder, "cdktf.out"));
  }

  run(
    command: Flow["command"],
    names: readonly string[],
    options: Partial<Flow> = {},
  ): Promise<readonly StackReport[]> {
    const all = this.stacks();
    const variables = terraformEnvironment(process.env, { isOffline: true, exists: () => false });
    return runFlow({
      command,
      all,
      selected: all.filter(({ name }) => names.includes(name)),
      terraform: new Terraform("terraform", variables),
      workplace: offlineWorkplace(this.world, all),
      planFile: (stack) => this.planOf(stack),
      progress: (stack, doing) => this.said.push(`${stack}: ${doing}`),
      parallel: 2,
      ...options,
    });
  }

  planOf(stack: string): string {
    return join(this.folder, `${stack}.plan`);
  }

  online(): Partial<Flow> {
    return { workplace: onlineWorkplace(join(this.folder, "run")) };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  private put(path: string, content: unknown): void {
    const file = join(this.folder, "cdktf.out", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(content));
  }
}
