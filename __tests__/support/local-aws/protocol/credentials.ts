import { type IncomingHttpHeaders } from "node:http";
import { AwsError } from "./aws-error";

/** Who signed a request, for which region: what its SigV4 header says. */
export interface Signature {
  readonly accessKeyId: string;
  readonly region: string;
  readonly sessionToken?: string;
}

const header = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([^/]+)\/[^/]+\/aws4_request, .*Signature=/;

/** Undefined for an unsigned request. The signature itself is not verified. */
export function readSignature(headers: IncomingHttpHeaders): Signature | undefined {
  const { authorization, "x-amz-security-token": sessionToken } = headers;
  if (authorization === undefined) return undefined;
  const [, accessKeyId, region] = header.exec(authorization) ?? [];
  if (accessKeyId === undefined || region === undefined)
    throw new AwsError("IncompleteSignature", `Authorization header is not SigV4: ${authorization}`, 403);
  return { accessKeyId, region, ...(typeof sessionToken === "string" ? { sessionToken } : {}) };
}

/** Access key ids hold the account, as AWS's own do (there it is encoded). */
export function accessKeyOf(account: string): string {
  return `AKIA${account}USER`;
}

/** @throws AwsError for a key that this server never gave */
export function accountOfKey(accessKeyId: string): string {
  const [, account] = /^A[KS]IA(\d{12})/.exec(accessKeyId) ?? [];
  if (account !== undefined) return account;
  throw new AwsError(
    "UnrecognizedClientException",
    "The security token included in the request is invalid.",
    403,
  );
}
