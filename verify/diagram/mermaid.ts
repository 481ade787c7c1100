import { condense, type DrawingSize } from "./condense";
import { MermaidWriter } from "./mermaid-writer";
import { onlyChanges } from "./only-changes";
import { type Picture } from "./picture";

export interface MermaidOptions {
  /**
   * Of a large picture, draw only what changes, with its neighbours.
   *
   * @default false
   */
  readonly onlyChanges?: boolean;
}

/** Flowchart for GitHub and GitLab, without a fence. */
export function mermaidOf(picture: Picture, options: MermaidOptions = {}): string {
  const isCut = options.onlyChanges === true && picture.nodes.filter(isPart).length > smallPicture;
  const texts = sizes.map((size) => {
    const condensed = condense(picture, size);
    return () => new MermaidWriter(isCut ? onlyChanges(condensed) : condensed).text();
  });
  for (const text of texts.map((write) => write())) if (text.length <= longestText) return text;
  return new MermaidWriter({ ...picture, groups: [], nodes: [], edges: [], notes: [tooLarge] }).text();
}

/** Parts of a picture that is drawn whole. Endpoints are drawn as one. */
const smallPicture = 10;

function isPart({ kind }: Picture["nodes"][number]): boolean {
  return kind !== "endpoint";
}

/** Each for what the one before could not hold. */
const sizes: readonly DrawingSize[] = [
  { nodes: 30, edges: 200 },
  { nodes: 0, edges: 60 },
];

/** Mermaid draws 50,000 characters and 500 edges: https://mermaid.js.org/config/schema-docs/config.html#maxtextsize */
const longestText = 45_000;

const tooLarge =
  "This environment is too large for a Mermaid picture: ecs-env diagram --format svg draws it.";
