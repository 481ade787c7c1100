import { type CallerIdentity } from "../../terraform/account/check-accounts";

/** Asks AWS whose credentials are used; the client is loaded only when it is needed. */
export async function callerIdentity(region: string, profile: string | undefined): Promise<CallerIdentity> {
  // The client warns of a Node that it will not support one day: nothing that the person at the terminal can mend here.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
  const { GetCallerIdentityCommand, STSClient } = await import("@aws-sdk/client-sts");
  const client = new STSClient({ region, ...(profile !== undefined && { profile }) });
  const { Account: account, Arn: arn } = await client.send(new GetCallerIdentityCommand({}));
  return { account: account ?? "", arn: arn ?? "" };
}
