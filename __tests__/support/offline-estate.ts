import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import type { Environment, Estate } from "../../config/environment";
import { addEnvironment, buildApp } from "../../stacks/build-app";
import type { OfflineAccount } from "./offline-account";

type Configuration = Record<string, unknown> & {
  terraform?: Record<string, unknown>;
  data?: { terraform_remote_state?: Record<string, unknown> };
};

/** Writes every stack of an estate, its state beside it; gives their names in the order they are applied. */
export function writeEstate(account: OfflineAccount, estate: Estate): readonly string[] {
  return writeApp(account, (outdir) => buildApp(estate, { outdir }));
}

/** The same for the stacks of one environment. */
export function writeEnvironment(account: OfflineAccount, environment: Environment): readonly string[] {
  return writeApp(account, (outdir) => {
    const app = new App({ outdir });
    addEnvironment(app, environment);
    return app;
  });
}

function writeApp(account: OfflineAccount, build: (outdir: string) => App): readonly string[] {
  const outdir = mkdtempSync(join(tmpdir(), "offline-estate-"));
  try {
    const app = build(outdir);
    app.synth();
    const stacks = app.node.children.map(({ node }) => node.id);
    for (const stack of stacks) {
      const text = readFileSync(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8");
      account.write(stack, withLocalState(stack, JSON.parse(text)));
    }
    return stacks;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Without a backend, state lies in the stack's folder; stacks read each other's there. */
function withLocalState(stack: string, configuration: Configuration): Record<string, unknown> {
  const terraform = { ...configuration.terraform };
  delete terraform["backend"];
  const environment = stack.slice(0, stack.lastIndexOf("-"));
  const remote = Object.keys(configuration.data?.terraform_remote_state ?? {});
  const states = Object.fromEntries(
    remote.map((other) => [
      other,
      { backend: "local", config: { path: `../${environment}-${other}/terraform.tfstate` } },
    ]),
  );
  const data =
    remote.length > 0 ? { ...configuration.data, terraform_remote_state: states } : configuration.data;
  return { ...configuration, terraform, ...(data && { data }) };
}
