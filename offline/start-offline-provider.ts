import { join } from "node:path";
import { Clouds } from "./cloud/clouds";
import { startProviderServer } from "./protocol/start-provider-server";
import { OfflineProvider, type OfferedTypes } from "./provider/offline-provider";
import { bindingSchema } from "./schema/binding-schema";

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
 * Starts an AWS provider that works without AWS, on a socket of its own: for tests that run the real terraform. Run terraform beside the
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
  const source = bindingSchema();
  const server = await startProviderServer({
    newConnection: () =>
      new OfflineProvider({
        clouds,
        source,
        asAccount: options.asAccount,
        latencyMs: options.latencyMs ?? 0,
        types: options.types ?? (() => undefined),
      }),
  });
  return { env: server.env, assumptions: () => assumptions(clouds), stop: () => server.stop() };
}

function assumptions(clouds: Clouds): readonly string[] {
  const assumed = clouds
    .used()
    .flatMap((cloud) => [...cloud.everything()].flatMap((resource) => resource.assumed ?? []));
  return [...new Set(assumed)].sort();
}
