import { type Forge, type PostedComment } from "./forge";

/**
 * The first line of our comment, unseen by readers, by which the next run finds it again.
 *
 * It carries the project's name, so that two projects in one repository keep a comment each.
 */
export function markerLine(forge: Forge, name: string): string {
  return forge.hiddenLine(`ecs-env review: ${escapeName(name)}`);
}

/** Only the first line counts: an answer that quotes our comment is not ours. */
export function carriesMarker(comment: PostedComment, marker: string): boolean {
  return comment.body.split(/\r?\n/, 1)[0]?.trimEnd() === marker;
}

/** A name may hold what would end the hidden line: `-->`, a bracket, a line break. Different names stay different. */
function escapeName(name: string): string {
  return name.replace(/[^\w./@ -]|-(?=-)/gu, (character) =>
    [...Buffer.from(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join(""),
  );
}
