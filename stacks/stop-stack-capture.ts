/** Whether cdktf's stack capture is off now, or why it was left alone. */
export type StackCapture =
  { readonly isStopped: true } | { readonly isStopped: false; readonly reason: string };

/** Versions whose private function was seen to be what we think it is. */
const knownVersion = /^0\.21\./;

/**
 * Stops cdktf from formatting an unlimited stack trace for every token and nested block, its largest cost: 1.9 to 3.8
 * times the time of a synth. The output stays the same, byte for byte; only errors about tokens lose the place where
 * the token was made.
 *
 * The function is private to cdktf, so it is replaced only in versions that are known; nothing breaks in others.
 * Calling it again changes nothing.
 */
export function stopStackCapture(): StackCapture {
  const version = versionOf(load("cdktf/package.json"));
  if (!knownVersion.test(version)) {
    return { isStopped: false, reason: `cdktf ${version} is not known to this library` };
  }
  const stackTrace = load("cdktf/lib/tokens/private/stack-trace");
  const original = stackTrace && Reflect.get(stackTrace, name);
  if (!stackTrace || typeof original !== "function") {
    return { isStopped: false, reason: `cdktf ${version} has no function ${name}` };
  }
  const isReplaced = Reflect.set(stackTrace, name, () => []);
  return isReplaced
    ? { isStopped: true }
    : { isStopped: false, reason: `cdktf ${version} does not let go of ${name}` };
}

const name = "captureStackTrace";

function load(path: string): object | undefined {
  try {
    // A static import could not be guarded: the file may be missing in another version.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const loaded: unknown = require(path);
    return typeof loaded === "object" && loaded !== null ? loaded : undefined;
  } catch {
    return undefined;
  }
}

function versionOf(manifest: object | undefined): string {
  return String(manifest && Reflect.get(manifest, "version"));
}
