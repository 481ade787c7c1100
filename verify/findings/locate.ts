import { relative, sep } from "node:path";
import { type Stack } from "../../terraform/stacks/stack";
import { linesOfHcl } from "./lines-of-hcl";
import { linesOfJson } from "./lines-of-json";

/** A line of a file of the project. */
export interface SourceLine {
  /** Path from the project's root, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Finds the block of an address; undefined when no file has it. */
export type Locate = (stack: Stack, address: string) => SourceLine | undefined;

/** The files of a project, by their paths from its root. */
export interface ProjectFiles {
  /** Absolute path of its root. */
  readonly root: string;
  /** Text of a file; undefined when there is none. */
  read(path: string): string | undefined;
  /** Names in a folder; none when there is no such folder. */
  list(folder: string): readonly string[];
}

/**
 * Finds lines where a reviewer looks: in `hcl/<stack>.tf` when the project commits it, otherwise in the stack's own folder.
 *
 * What a module holds is found at the block that calls the module, an instance at the block of all instances.
 */
export function createLocate(files: ProjectFiles): Locate {
  const linesOf = new Map<string, ReadonlyMap<string, number>>();
  const read = (file: string): ReadonlyMap<string, number> => {
    const known = linesOf.get(file);
    if (known) return known;
    const text = files.read(file) ?? "";
    const lines = file.endsWith(".json") ? linesOfJson(text) : linesOfHcl(text);
    linesOf.set(file, lines);
    return lines;
  };
  return (stack, address) => {
    const block = blockOf(address);
    for (const file of filesOf(stack, files)) {
      const line = read(file).get(block);
      if (line !== undefined) return { file, line };
    }
    return undefined;
  };
}

/** `module.vpc` of `module.vpc["a"].aws_subnet.public[0]`, `data.aws_vpc.shared` of `data.aws_vpc.shared[0]`. */
function blockOf(address: string): string {
  const plain = address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "");
  return /^module\.[^.]+/.exec(plain)?.[0] ?? plain;
}

function filesOf(stack: Stack, files: ProjectFiles): string[] {
  const folder = relative(files.root, stack.folder).split(sep).join("/");
  const own = files
    .list(folder)
    .filter((name) => /\.(tf|tofu)(\.json)?$/.test(name))
    .toSorted()
    .map((name) => (folder === "" ? name : `${folder}/${name}`));
  return [`hcl/${stack.name}.tf`, ...own];
}
