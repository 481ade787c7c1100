/** `account` of `dev` → `ACCOUNT_DEV`. */
export function variableOf(what: "account" | "plan-role" | "apply-role", environment: string): string {
  return `${what}_${environment}`.toUpperCase().replaceAll("-", "_");
}

/** How a script reads a variable: one that people must set first stops it with its name. */
export function read(name: string, isKnown: boolean): string {
  return isKnown ? `$${name}` : `\${${name}:?}`;
}
