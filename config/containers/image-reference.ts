export interface ImageReference {
  /** Registry and repository, for example `public.ecr.aws/docker/library/nginx`. */
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

const registryPattern = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^sha256:[a-f0-9]{64}$/;

/**
 * Takes an image reference apart; undefined when it is not one.
 *
 * @see https://pkg.go.dev/github.com/distribution/reference
 */
export function parseImageReference(text: string): ImageReference | undefined {
  if (text.length > 512) return undefined;
  const [beforeDigest = "", digest, ...more] = text.split("@");
  const colon = beforeDigest.lastIndexOf(":");
  const hasTag = colon > beforeDigest.lastIndexOf("/");
  const name = hasTag ? beforeDigest.slice(0, colon) : beforeDigest;
  const tag = hasTag ? beforeDigest.slice(colon + 1) : undefined;
  if (more.length > 0 || !isName(name)) return undefined;
  if (tag !== undefined && !tagPattern.test(tag)) return undefined;
  if (digest !== undefined && !digestPattern.test(digest)) return undefined;
  return { name, tag, digest };
}

function isName(name: string): boolean {
  const components = name.split("/");
  const first = components[0] ?? "";
  const hasRegistry = components.length > 1 && (/[.:]/.test(first) || first === "localhost");
  const repository = hasRegistry ? components.slice(1) : components;
  return (
    (!hasRegistry || registryPattern.test(first)) && repository.every((part) => componentPattern.test(part))
  );
}
