import type { Problem } from "../problems/problem";

/**
 * Turns what Node and the TypeScript loader say about a file into a problem of its author; undefined when the error
 * comes from somewhere else.
 */
export function explainLoadError(error: unknown, path: string): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  return syntaxProblem(error, path) ?? missingModuleProblem(error, path) ?? runtimeProblem(error, path);
}

/** The loader (swc) prints a frame with the place, and then its own stack. */
function syntaxProblem({ message }: Error, path: string): Problem | undefined {
  const [, what, where] = /^\s*(?:x|×) (.+)\n[\s\S]*?\[(.*?)\]/.exec(message) ?? [];
  if (what === undefined || !where?.startsWith(path)) return undefined;
  return {
    where: `line ${where.slice(path.length + 1)}`,
    must: "must be valid TypeScript",
    got: `"${what.trim()}"`,
    advice: "Look there and at the end of the line before.",
  };
}

function missingModuleProblem(error: Error, path: string): Problem | undefined {
  const isMissing = "code" in error && error.code === "MODULE_NOT_FOUND";
  const importers = "requireStack" in error && Array.isArray(error.requireStack) ? error.requireStack : [];
  if (!isMissing || importers[0] !== path) return undefined;
  const [, module] = /'(.*?)'/.exec(error.message) ?? [];
  return {
    where: "import",
    must: "must name a file that exists",
    got: `"${module}"`,
    advice: "Mend the path, or create the file.",
  };
}

/** Only when the file itself stands at the top of the stack: deeper errors are bugs of ours. */
function runtimeProblem(error: Error, path: string): Problem | undefined {
  const [top = ""] = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  const [, place] = new RegExp(`${path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}:(\\d+:\\d+)`).exec(top) ?? [];
  if (place === undefined) return undefined;
  return {
    where: `line ${place}`,
    must: "must use only what it imports or declares",
    got: `"${error.message}"`,
    advice: 'Import it, or mend the name; "npm run types" finds every such mistake.',
  };
}
