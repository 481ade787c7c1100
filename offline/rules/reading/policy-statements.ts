/** A statement of a policy, with lists where IAM also takes a single text. */
export interface PolicyStatement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** By kind: `AWS`, `Service`; everybody is `{ "*": ["*"] }`. */
  readonly principals: Readonly<Record<string, readonly string[]>>;
}

/** The statements of a policy; undefined when it is not the JSON of one. */
export function policyStatements(json: string): readonly PolicyStatement[] | undefined {
  const policy = parse(json);
  if (!isRecord(policy)) return undefined;
  const statements = Array.isArray(policy["Statement"]) ? policy["Statement"] : [policy["Statement"]];
  return statements.every(isRecord) ? statements.map(statementOf) : undefined;
}

/** Whether a pattern with `*` and `?`, as in actions and resources, covers a text. */
export function covers(pattern: string, value: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}$`, "i").test(value);
}

function statementOf(statement: Readonly<Record<string, unknown>>): PolicyStatement {
  const principal = statement["Principal"];
  return {
    effect: String(statement["Effect"] ?? ""),
    actions: listed(statement["Action"]),
    resources: listed(statement["Resource"]),
    principals: isRecord(principal)
      ? Object.fromEntries(Object.entries(principal).map(([kind, ids]) => [kind, listed(ids)]))
      : { [String(principal ?? "")]: listed(principal) },
  };
}

function listed(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === "string");
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
