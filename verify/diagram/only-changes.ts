import { type Picture } from "./picture";

/** Whether anything in a picture is new, gone or different. */
export function hasChanges({ groups, nodes, edges }: Picture): boolean {
  return [...groups, ...nodes, ...edges].some(({ mark }) => mark !== "unchanged");
}

/** What changes, with the neighbours that say where it stands. */
export function onlyChanges(picture: Picture): Picture {
  const { groups, nodes, edges } = picture;
  const marked = new Set(nodes.filter(({ mark }) => mark !== "unchanged").map(({ name }) => name));
  const near = edges.filter(
    ({ from, to, mark }) => mark !== "unchanged" || marked.has(from) || marked.has(to),
  );
  const kept = new Set([...marked, ...near.flatMap(({ from, to }) => [from, to])]);
  const left = nodes.length - kept.size;
  const rest = left === 1 ? "1 unchanged part is not drawn." : `${left} unchanged parts are not drawn.`;
  const drawn = nodes.filter(({ name }) => kept.has(name));
  const inUse = new Set<string>();
  for (const { name, parent, mark } of [...groups].reverse()) {
    const isUsed = inUse.has(name) || mark !== "unchanged" || drawn.some(({ group }) => group === name);
    if (!isUsed) continue;
    inUse.add(name);
    if (parent !== undefined) inUse.add(parent);
  }
  return {
    ...picture,
    groups: groups.filter(({ name }) => inUse.has(name)),
    nodes: drawn,
    edges: near,
    notes: left === 0 ? picture.notes : [...picture.notes, rest],
  };
}
