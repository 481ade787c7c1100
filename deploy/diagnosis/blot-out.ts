import { detectSecret } from "../../secrets/secret-detectors";

/** What stands where a secret stood. */
const blot = "[blotted out]";

/** Values shorter than this say too little, and occur by chance. */
const shortestValue = 8;

/** Longest line shown; what is cut off was checked before. */
const longestLine = 400;
const longestChecked = 10_000;

/**
 * Lines of a log that may be shown to whoever reads a CI log: without what looks like a secret and without values of the
 * container's variables, in whatever encoding they are usually printed.
 *
 * @param values of the container's variables
 */
export function blotOut(lines: readonly string[], values: readonly string[]): readonly string[] {
  const forms = formsOf(values);
  let isInKey = false;
  return lines.map((raw) => {
    const line = plainText(raw).slice(0, longestChecked);
    const wasInKey = isInKey;
    if (/-----BEGIN [A-Z0-9 ]{0,80}PRIVATE KEY/.test(line)) isInKey = true;
    if (/-----END [A-Z0-9 ]{0,80}PRIVATE KEY/.test(line)) isInKey = false;
    if (isInKey || wasInKey || isEncodedBlock(line)) return blot;
    const hidden = forms.reduce((text, form) => text.replaceAll(form, blot), line);
    const kind = detectSecret(hidden);
    if (kind !== undefined) return `[blotted out: the line holds what looks like ${kind}]`;
    return hidden.length > longestLine ? `${hidden.slice(0, longestLine)}…` : hidden;
  });
}

/** The longest first, so that a value that holds another one is hidden whole. */
function formsOf(values: readonly string[]): readonly string[] {
  const parts = values.flatMap((value) => [...value.split(/\r?\n/), value]);
  const passwords = values.flatMap((value) =>
    [...value.matchAll(/:\/\/[^\s:@/]{0,256}:([^\s@]{4,256})@/g)].flatMap(([, password]) => password ?? []),
  );
  const secret = [...parts.filter((part) => part.trim().length >= shortestValue), ...passwords];
  const forms = secret.flatMap((part) => [part, encode(part), JSON.stringify(part).slice(1, -1)]);
  return [...new Set(forms)].toSorted((one, other) => other.length - one.length);
}

/** By way of bytes: no URL can hold half a character. */
function encode(part: string): string {
  return encodeURIComponent(Buffer.from(part).toString());
}

/** A line of a key or certificate whose beginning is above what was read. */
function isEncodedBlock(line: string): boolean {
  return /^\s*[A-Za-z0-9+/]{56,}={0,2}\s*$/.test(line);
}

/** Without colours and control characters, which could rewrite a reader's terminal. */
function plainText(line: string): string {
  return line
    .replace(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, "")
    .replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, " ")
    .trimEnd();
}
