/** Of dotted paths, those below a block, seen from inside of it. */
export function pathsBelow(name: string, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => (path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : []));
}
