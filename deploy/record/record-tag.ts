const digestCharacters = 16;

/** Tag in the registry that says that a digest was healthy in an environment; it never moves. */
export function recordTag(environment: string, digest: string): string {
  return `healthy-${environment}-${digest.replace(/^sha256:/, "").slice(0, digestCharacters)}`;
}
