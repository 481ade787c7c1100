/** Names that say nothing: the main child of a construct, and what cdktf puts before cross-stack references. */
const silent = /^(Resource$|cross-stack-(output|reference-input)-)/;

/**
 * Name of a Terraform element from its construct path: `PublicLoadBalancer/SecurityGroup/Resource` →
 * `public_load_balancer_security_group`. Readable, without hash: an address says what the thing is.
 */
export function logicalId(path: readonly string[]): string {
  const words = path.map((id) => id.replace(silent, "")).filter((id) => id !== "");
  const name = words.map(snakeCase).join("_");
  return /^[a-z_]/.test(name) ? name : `_${name}`;
}

function snakeCase(id: string): string {
  return id
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .toLowerCase();
}
