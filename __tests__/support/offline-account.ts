import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { startOfflineProvider, type OfflineProviderServer } from "../../offline/start-offline-provider";
import { usedTypes } from "../../terraform/stacks/used-types";
import { type TerraformRun, terraformBeside } from "./terraform";

/** A change of a resource in a plan, as `terraform show -json` says it. */
export interface PlannedChange {
  readonly address: string;
  readonly actions: readonly string[];
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly replacePaths: readonly (readonly unknown[])[];
}

/** An error or warning of terraform, as its JSON output says it. */
export interface TerraformDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** The resource that it is about. */
  readonly address?: string;
}

/** What exists in the account file. */
export interface ExistingResource {
  readonly type: string;
  readonly region: string;
  values: Record<string, unknown>;
  readonly keptBecause?: string;
  readonly assumed?: string;
  readonly madeWith?: string;
}

export interface OfflineAccountOptions {
  readonly account?: string;
  readonly asAccount?: string;
  readonly latencyMs?: number;
}

/**
 * One AWS account in a temporary folder, the offline provider in this process, and the real terraform beside it. Stacks are folders
 * with a `cdk.tf.json`; state is a file in them.
 */
export class OfflineAccount {
  private constructor(
    readonly folder: string,
    readonly account: string,
    private readonly provider: OfflineProviderServer,
  ) {}

  static async start(options: OfflineAccountOptions = {}): Promise<OfflineAccount> {
    const folder = mkdtempSync(join(tmpdir(), "offline-account-"));
    const provider = await startOfflineProvider({
      world: folder,
      asAccount: options.asAccount,
      latencyMs: options.latencyMs,
      types: () => typesIn(folder),
    });
    return new OfflineAccount(folder, options.account ?? "111111111111", provider);
  }

  async stop(): Promise<void> {
    await this.provider.stop();
    rmSync(this.folder, { recursive: true });
  }

  get env(): Readonly<Record<string, string>> {
    return this.provider.env;
  }

  /** Writes a stack with the account's provider; the backend of the configuration is left out, so that state is in the folder. */
  write(stack: string, configuration: Readonly<Record<string, unknown>>): void {
    const provider = { aws: [{ region: "eu-west-1", allowed_account_ids: [this.account] }] };
    const text = JSON.stringify({ provider, ...configuration }, undefined, 2);
    mkdirSync(join(this.folder, stack), { recursive: true });
    writeFileSync(join(this.folder, stack, "cdk.tf.json"), text);
  }

  terraform(stack: string, ...args: readonly string[]): Promise<TerraformRun> {
    return terraformBeside(args, { cwd: join(this.folder, stack), env: this.env });
  }

  /** Plans, and gives what would change. @throws Error with terraform's own words when there is no plan. */
  async plan(stack: string, ...args: readonly string[]): Promise<readonly PlannedChange[]> {
    const options = ["-input=false", "-no-color", "-detailed-exitcode", "-out=plan", ...args];
    const planned = await this.terraform(stack, "plan", ...options);
    if (planned.status === 0) return [];
    // 2: there are changes, of resources or of outputs only.
    if (planned.status !== 2) succeed(planned);
    const shown = succeed(await this.terraform(stack, "show", "-json", "plan"));
    return changesOf(JSON.parse(shown.stdout));
  }

  /** @throws Error with terraform's own words when the apply fails. */
  async apply(stack: string): Promise<TerraformRun> {
    return succeed(await this.terraform(stack, "apply", "-input=false", "-no-color", "-auto-approve"));
  }

  /** What terraform says when AWS refuses an apply. @throws Error when the apply succeeds */
  async refusedApply(stack: string): Promise<string> {
    const run = await this.terraform(stack, "apply", "-input=false", "-no-color", "-auto-approve");
    if (run.status === 0) throw new Error(`the apply of ${stack} succeeded:\n${run.stdout}`);
    return unwrapped(run.stderr);
  }

  /** The errors and warnings of a plan or apply, which need not succeed. */
  async diagnostics(stack: string, command: "plan" | "apply"): Promise<readonly TerraformDiagnostic[]> {
    const approved = command === "apply" ? ["-auto-approve"] : [];
    return diagnosticsOf(await this.terraform(stack, command, "-input=false", "-json", ...approved));
  }

  async destroy(stack: string): Promise<TerraformRun> {
    return succeed(await this.terraform(stack, "destroy", "-input=false", "-no-color", "-auto-approve"));
  }

  /** Everything that exists, by key. */
  existing(account = this.account): Readonly<Record<string, ExistingResource>> {
    const path = this.cloudFile(account);
    return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).resources : {};
  }

  /** The only resource of a type. */
  only(type: string): ExistingResource {
    const [found, ...others] = Object.values(this.existing()).filter((resource) => resource.type === type);
    if (!found || others.length > 0)
      throw new Error(`${others.length + (found ? 1 : 0)} of ${type} exist, not one`);
    return found;
  }

  /** Changes what exists, as a person, a pipeline or AWS itself does outside of Terraform. */
  changeOutside(change: (resources: Record<string, ExistingResource>) => void, account = this.account): void {
    const path = this.cloudFile(account);
    const file = existsSync(path)
      ? JSON.parse(readFileSync(path, "utf8"))
      : { version: 1, account, resources: {} };
    change(file.resources);
    mkdirSync(join(this.folder, "cloud"), { recursive: true });
    writeFileSync(path, JSON.stringify(file));
  }

  /** Puts everything back as it was. */
  replaceOutside(resources: Readonly<Record<string, ExistingResource>>): void {
    this.changeOutside((existing) => {
      for (const key of Object.keys(existing)) delete existing[key];
      Object.assign(existing, resources);
    });
  }

  /** Changes the values of the only resource of a type, outside of Terraform. */
  changeOnly(type: string, change: (values: Record<string, unknown>) => void): void {
    this.changeOutside((resources) => {
      const found = Object.values(resources).filter((resource) => resource.type === type);
      if (found.length !== 1 || !found[0]) throw new Error(`${found.length} of ${type} exist, not one`);
      change(found[0].values);
    });
  }

  private cloudFile(account: string): string {
    return join(this.folder, "cloud", `${account}.json`);
  }
}

function succeed(run: TerraformRun): TerraformRun {
  if (run.status !== 0) throw new Error(unwrapped(run.stderr) || run.stdout);
  return run;
}

/** Terraform breaks lines and draws boxes for terminals. */
function unwrapped(text: string): string {
  return text.replaceAll(/[│╷╵]/g, "").replaceAll(/\s+/g, " ").trim();
}

/** With `-json`, every line of the output is a message. */
function diagnosticsOf({ stdout }: TerraformRun): readonly TerraformDiagnostic[] {
  const messages: readonly { readonly type: string; readonly diagnostic: TerraformDiagnostic }[] = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
  return messages.filter(({ type }) => type === "diagnostic").map(({ diagnostic }) => diagnostic);
}

interface PlanJson {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly mode: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: Record<string, unknown> | null;
      readonly after: Record<string, unknown> | null;
      readonly replace_paths?: readonly (readonly unknown[])[];
    };
  }[];
}

function changesOf({ resource_changes: changes = [] }: PlanJson): readonly PlannedChange[] {
  return changes
    .filter(({ mode, change }) => mode === "managed" && change.actions[0] !== "no-op")
    .map(({ address, change: { actions, before, after, replace_paths: replacePaths = [] } }) => ({
      address,
      actions,
      before,
      after,
      replacePaths,
    }));
}

/** The types that the stacks use, or used when their state was written: terraform reads the schema of each. */
function typesIn(folder: string) {
  const folders = readdirSync(folder).map((name) => join(folder, name));
  const stacks = folders.filter((stack) => existsSync(join(stack, "cdk.tf.json")));
  return usedTypes(
    stacks.map((stack) => ({
      name: basename(stack),
      folder: stack,
      dependencies: [],
      configuration: JSON.parse(readFileSync(join(stack, "cdk.tf.json"), "utf8")),
    })),
    stacks.map((stack) => join(stack, "terraform.tfstate")),
  );
}
