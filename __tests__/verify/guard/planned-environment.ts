import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Environment } from "../../../config/environment";
import { type Stack } from "../../../terraform/stacks/stack";
import { type Estate } from "../../../verify/estate/estate";
import { readEstate } from "../../../verify/estate/read-estate";
import { type Finding } from "../../../verify/findings/finding";
import { guardPlans } from "../../../verify/guard/guard-plans";
import { OfflineAccount } from "../../support/offline-account";
import { writeEnvironment } from "../../support/offline-estate";

type Body = Record<string, unknown>;

/** Of `cdk.tf.json`, as far as tests change it. */
export interface Configuration extends Record<string, unknown> {
  resource: Record<string, Record<string, Body>>;
}

type ChangeStack = (configuration: Configuration) => void;

/** An environment that was applied, and the plans that the real terraform makes for changes of it. */
export class PlannedEnvironment {
  private unchanged: ReturnType<PlannedEnvironment["planAll"]> | undefined;

  private constructor(
    private readonly account: OfflineAccount,
    private readonly names: readonly string[],
  ) {}

  static async apply(environment: Environment): Promise<PlannedEnvironment> {
    const account = await OfflineAccount.start({ account: environment.account });
    const names = writeEnvironment(account, environment);
    for (const name of names) await account.apply(name);
    return new PlannedEnvironment(account, names);
  }

  stop(): Promise<void> {
    return this.account.stop();
  }

  /** What the guard says of a change of one stack. */
  async guard(name: string, change: ChangeStack, ...args: readonly string[]): Promise<readonly Finding[]> {
    const { json, estate } = await this.plan(name, change, ...args);
    return guardPlans(new Map([[name, json]]), estate);
  }

  /** The plan of a changed stack, and the estate with the change. */
  async plan(name: string, change: ChangeStack, ...args: readonly string[]) {
    const before = this.configurationOf(name);
    const changed = this.configurationOf(name);
    change(changed);
    this.account.write(name, changed);
    try {
      await this.account.plan(name, ...args);
      const { stdout } = await this.account.terraform(name, "show", "-json", "plan");
      return { json: JSON.parse(stdout), estate: this.estate() };
    } finally {
      this.account.write(name, before);
    }
  }

  /** Plans of all stacks as they were applied. */
  plans(): Promise<{ readonly plans: ReadonlyMap<string, unknown>; readonly estate: Estate }> {
    return (this.unchanged ??= this.planAll());
  }

  private async planAll() {
    const plans = new Map<string, unknown>();
    for (const name of this.names) plans.set(name, (await this.plan(name, () => undefined)).json);
    return { plans, estate: this.estate() };
  }

  private estate(): Estate {
    const stacks: readonly Stack[] = this.names.map((name, index) => ({
      name,
      folder: join(this.account.folder, name),
      dependencies: this.names.slice(0, index),
      configuration: this.configurationOf(name),
    }));
    return readEstate(stacks);
  }

  private configurationOf(name: string): Configuration {
    return JSON.parse(readFileSync(join(this.account.folder, name, "cdk.tf.json"), "utf8"));
  }
}

/** The body of a resource in a configuration. */
export function body(configuration: Configuration, type: string, name: string): Body {
  const found = configuration.resource[type]?.[name];
  if (!found) throw new Error(`there is no ${type}.${name}`);
  return found;
}

/** Gives a key another name, wherever it is named. */
export function renamed(from: string, to: string): ChangeStack {
  return (configuration) => {
    body(configuration, "aws_kms_key", from);
    const text = JSON.stringify(configuration)
      .replace(`"aws_kms_key":{"${from}":`, `"aws_kms_key":{"${to}":`)
      .replaceAll(`aws_kms_key.${from}.`, `aws_kms_key.${to}.`);
    Object.assign(configuration, JSON.parse(text));
  };
}
