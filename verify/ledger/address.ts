/** A key in an address: `[0]`, `["a"]`, and `[*]` where the files do not tell which instances there are. */
const key = String.raw`\[(?:\d+|\*|"(?:[^"\\]|\\.)*")\]`;
const modulePath = String.raw`(?:module\.[\w-]+(?:${key})?\.)*`;

const whole = new RegExp(`^(${modulePath})([a-z][\\w-]*)\\.([\\w-]+(?:${key})?)$`);
const anyKey = new RegExp(key, "g");

/** An address of a managed resource; `module.a["x"].aws_lb.b[0]` is the type `aws_lb` and the name `b[0]` in `module.a["x"].`. */
export interface AddressParts {
  readonly module: string;
  readonly type: string;
  readonly name: string;
}

/** The parts of an address; undefined for text that is none. */
export function partsOf(address: string): AddressParts | undefined {
  const [found, module = "", type = "", name = ""] = whole.exec(address) ?? [];
  return found === undefined ? undefined : { module, type, name };
}

/** `module.a["x"].aws_lb.b[0]` → `module.a.aws_lb.b`. */
export function withoutKeys(address: string): string {
  return address.replaceAll(anyKey, "");
}

/** The beginning of an address that is in a module (`module.a.`, without keys), with the keys that it has there. */
export function prefixIn(address: string, module: string): string | undefined {
  const calls = module.match(/module\./g)?.length ?? 0;
  const [found] = new RegExp(`^(?:module\\.[\\w-]+(?:${key})?\\.){${calls}}`).exec(address) ?? [];
  return found !== undefined && withoutKeys(found) === module ? found : undefined;
}

/** Whether two addresses are the same, as far as the files tell: `[*]` is any key. */
export function isSameAddress(one: string, other: string): boolean {
  if (one === other) return true;
  const hasOpenKey = one.includes("[*]") || other.includes("[*]");
  if (!hasOpenKey || withoutKeys(one) !== withoutKeys(other)) return false;
  const theirs = other.match(anyKey) ?? [];
  const ours = one.match(anyKey) ?? [];
  const isAlike = one.replaceAll(anyKey, "[]") === other.replaceAll(anyKey, "[]");
  return isAlike && ours.every((own, index) => [own, theirs[index]].includes("[*]") || own === theirs[index]);
}
