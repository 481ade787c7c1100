import { LocalBackend, S3Backend, type TerraformStack } from "cdktf";
import type { StateSettings } from "../config/environment";

/**
 * Decides where a stack keeps its state.
 *
 * Local state lies beside `cdktf.json`, outside of the output folder that everyone feels free to delete; the path is
 * relative to the folder Terraform runs in, `cdktf.out/stacks/<stack>`, so that it is the same on every machine.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/s3
 */
export function storeState(
  stack: TerraformStack,
  { state, account }: { readonly state: StateSettings; readonly account: string },
): void {
  const name = stack.node.id;
  if (state.kind === "local") {
    new LocalBackend(stack, { path: `../../../terraform.${name}.tfstate` });
    return;
  }
  const backend = new S3Backend(stack, {
    bucket: state.bucket,
    key: `${name}.tfstate`,
    region: state.region,
    encrypt: true,
    kmsKeyId: state.kmsKeyArn,
    allowedAccountIds: [account],
  });
  // cdktf 0.21 does not know the lock file yet.
  backend.addOverride("use_lockfile", true);
}
