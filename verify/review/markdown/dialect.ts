import { prose } from "./escape";

/** How a forge renders what Markdown itself does not say. */
export interface Dialect {
  /** A part that is folded until a reader opens it. */
  readonly folded: (title: string, body: readonly string[], isOpen: boolean) => readonly string[];
  /** Whether `mermaid` blocks become pictures. */
  readonly hasPictures: boolean;
}

export type DialectName = "github" | "gitlab" | "bitbucket";

const withDetails: Dialect = {
  folded: (title, body, isOpen) => [
    `<details${isOpen ? " open" : ""}><summary>${prose(title)}</summary>`,
    "",
    ...body,
    "",
    "</details>",
  ],
  hasPictures: true,
};

/** Bitbucket shows HTML as text and draws no diagrams: https://jira.atlassian.com/browse/BCLOUD-18711 */
const plain: Dialect = {
  folded: (title, body) => [`#### ${prose(title)}`, "", ...body],
  hasPictures: false,
};

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  github: withDetails,
  gitlab: withDetails,
  bitbucket: plain,
};
