import type { VaultSettings } from "../environment";
import type { Fault } from "../parsing/fault";
import { matching, text } from "../parsing/fields";
import { FieldReader, type Report } from "../parsing/field-reader";

/** `vault`. */
export function readVault(input: unknown, report: Report): VaultSettings | "none" | undefined {
  if (input === undefined) return "none";
  const fields = new FieldReader(vaultFields, input, "vault", report, { required: ["address"] });
  const address = fields.required("address")?.replace(/\/$/, "");
  const mount = fields.or("mount", "secret");
  const path = fields.or("path", "delivery");
  const namespace = fields.or("namespace", "none");
  if (address === undefined || mount === undefined || path === undefined || namespace === undefined) {
    return undefined;
  }
  return { address, mount, path, ...(namespace === "none" ? {} : { namespace }) };
}

const vaultFields = {
  address: text('Write for example "https://vault.example.com:8200".', findAddressFault),
  mount: vaultPath("secret"),
  path: vaultPath("delivery"),
  namespace: vaultPath("admin/shop"),
};

/** Vault's API takes these as parts of its addresses. */
function vaultPath(example: string) {
  return matching(
    /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}(\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}){0,9}$/,
    "must be words of letters, digits and ._- with single slashes between",
    `Write for example "${example}", without slashes at its ends.`,
  );
}

/** The token that opens Vault goes there: in the clear only on one's own machine. */
function findAddressFault(value: string): Fault | undefined {
  const advice = 'Use for example "https://vault.example.com:8200".';
  const [, scheme, host] = /^(https?):\/\/([a-z0-9.-]{1,253})(?::\d{1,5})?\/?$/.exec(value) ?? [];
  if (host === undefined) {
    return { must: "must be an address with scheme and host, and neither path nor credentials", advice };
  }
  if (scheme === "https" || host === "localhost" || host === "127.0.0.1") return undefined;
  return { must: "must be encrypted, because a token goes there", advice };
}
