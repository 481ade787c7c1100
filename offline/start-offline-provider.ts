import { join } from "node:path";
import { Clouds } from "./cloud/clouds";
import { startProviderServer } from "./protocol/start-provider-server";
import { OfflineProvider, type OfferedTypes } from "./provider/offline-provider";
import { type ReadSettings, readProviderSettings } from "./provider/provider-settings";
import { readVaultSettings } from "./provider/vault-settings";
import { bindingSchema } from "./schema/binding-schema";
import { type SchemaSource } from "./schema/schema";

export interface OfflineProviderServerOptions {
  /** Folder that holds `cloud/<account>.json`, one file per account with what exists in it. */
  readonly world: string;
  /**
   * Account that the credentials belong to, 12 digits.
   *
   * @default - the one that each provider's configuration asks for
   */
  readonly asAccount?: string;
  /**
   * Whether the world is thrown away afterwards: changes are kept in memory, which is faster.
   *
   * @default false
   */
  readonly isScratch?: boolean;
  /**
   * Milliseconds that every change takes.
   *
   * @default 0
   */
  readonly latencyMs?: number;
  /**
   * Types to offer; Terraform reads the schema of every offered type on every command, and the whole provider has two thousand.
   *
   * @default - all of them
   */
  readonly types?: () => OfferedTypes | undefined;
}

export interface OfflineProviderServer {
  /** Variables for `terraform` (or `tofu`): it then asks this server instead of downloading a provider. */
  readonly env: Readonly<Record<string, string>>;
  /** What was taken for granted in the accounts that were used, such as a public hosted zone. */
  assumptions(): readonly string[];
  stop(): Promise<void>;
}

/**
 * Starts an AWS provider that works without AWS, and one for Vault, each on a socket of its own: for tests that run the real terraform. Run terraform beside the
 * process that serves it, never with a call that blocks it (`spawnSync`).
 *
 * @example
 * import { spawn } from "node:child_process";
 *
 * async function plan(folder: string): Promise<void> {
 *   const provider = await startOfflineProvider({ world: "/tmp/world" });
 *   const terraform = spawn("terraform", ["plan"], { cwd: folder, env: { ...process.env, ...provider.env }, stdio: "inherit" });
 *   terraform.on("close", () => void provider.stop());
 * }
 */
export async function startOfflineProvider(
  options: OfflineProviderServerOptions,
): Promise<OfflineProviderServer> {
  const clouds = new Clouds(join(options.world, "cloud"), options.isScratch);
  const serve = (source: SchemaSource, readSettings: ReadSettings) =>
    startProviderServer({
      newConnection: () =>
        new OfflineProvider({
          clouds,
          source,
          readSettings,
          latencyMs: options.latencyMs ?? 0,
          types: options.types ?? (() => undefined),
        }),
    });
  const aws = await serve(bindingSchema(), (config) => readProviderSettings(config, options.asAccount));
  const vaultSchema = vaultBindingSchema();
  const vault = vaultSchema && (await serve(vaultSchema, readVaultSettings));
  const reattach = {
    "hashicorp/aws": aws.reattach,
    ...(vault && { "hashicorp/vault": vault.reattach }),
  };
  return {
    env: { TF_REATTACH_PROVIDERS: JSON.stringify(reattach) },
    assumptions: () => assumptions(clouds),
    stop: async () => {
      await Promise.all([aws.stop(), vault?.stop()]);
    },
  };
}

/** Only projects that write into Vault have its binding. */
function vaultBindingSchema(): SchemaSource | undefined {
  try {
    return bindingSchema({ provider: "vault" });
  } catch (error) {
    if (Reflect.get(Object(error), "code") === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

function assumptions(clouds: Clouds): readonly string[] {
  const assumed = clouds
    .used()
    .flatMap((cloud) => [...cloud.everything()].flatMap((resource) => resource.assumed ?? []));
  return [...new Set(assumed)].sort();
}
