/**
 * The key of a resource among the bytes that Terraform keeps for the provider: AWS's own ids repeat (two scaling policies of the
 * same name, a group made anew), keys do not.
 */
export function writePrivate(key: string): Uint8Array {
  return Buffer.from(JSON.stringify({ key }));
}

/** Undefined for bytes that another provider wrote. */
export function readPrivate(bytes: Uint8Array): string | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    const key = typeof parsed === "object" && parsed !== null && "key" in parsed ? parsed.key : undefined;
    return typeof key === "string" ? key : undefined;
  } catch {
    return undefined;
  }
}
