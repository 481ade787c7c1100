import type { Fault } from "../parsing/fault";
import { text } from "../parsing/fields";

/**
 * Most characters of a path or host pattern, and most wildcards of a rule.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
 */
const longestPattern = 128;
export const mostWildcards = 6;

/** Path pattern of a listener rule. */
export function pathPattern() {
  return text('Write a path, for example "/api/*".', (value) => {
    const fault = startsWithSlash(value);
    if (fault) return fault;
    if (value.length > longestPattern) {
      return {
        must: `must have at most ${longestPattern} characters`,
        advice: "Shorten it with a wildcard.",
      };
    }
    if (/^[A-Za-z0-9_\-.$/~"'@:+&*?]+$/.test(value)) return undefined;
    return {
      must: "must hold only characters that AWS allows in a path pattern",
      advice: `Use letters, digits, _-.$/~"'@:+& and the wildcards * and ?.`,
    };
  });
}

/** Host pattern of a listener rule. */
export function hostPattern() {
  const advice = 'Write a host in lower case, for example "admin.shop.dev.example.com".';
  return text(advice, (value) =>
    value.length <= longestPattern && /^[a-z0-9*?-]+(\.[a-z0-9*?-]+)*\.[a-z]+$/.test(value)
      ? undefined
      : { must: "must be a host name", advice },
  );
}

/** Path that the load balancer asks for health; the seed image serves a file of that name. */
export function healthPath() {
  return text('Write a path, for example "/health".', (value) => {
    const fault = startsWithSlash(value);
    if (fault) return fault;
    const isPlain = /^[A-Za-z0-9_\-.~/?&=+:@]{1,1024}$/.test(value) && !value.split(/[/?]/).includes("..");
    if (isPlain) return undefined;
    return {
      must: "must be at most 1024 characters of a URL path, without .. and without escapes",
      advice: 'Use for example "/health".',
    };
  });
}

function startsWithSlash(value: string): Fault | undefined {
  if (value.startsWith("/")) return undefined;
  return { must: 'must start with "/"', advice: `Write ${JSON.stringify(`/${value.slice(0, 60)}`)}.` };
}
