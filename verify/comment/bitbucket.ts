import { z } from "zod";
import { type Forge } from "./forge";
import { readMarkdownLines } from "./markdown-lines";
import { queryOfNext } from "./next-link";
import { type CommentTarget } from "./target";

const comment = z
  .object({
    id: z.number(),
    // A deleted comment stays in the list, without its text.
    content: z.object({ raw: z.string() }).partial().optional(),
    links: z.object({ html: z.object({ href: z.string() }) }),
  })
  .transform(({ id, content, links }) => ({ id, body: content?.raw ?? "", url: links.html.href }));

/**
 * Bitbucket Cloud: comments of a pull request (https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests/).
 *
 * The token is a repository access token with the permission "Pull requests: Write", in the secured variable `BITBUCKET_TOKEN`.
 * Pipelines have no token of their own for this.
 */
export const bitbucket: Forge = {
  title: "Bitbucket",
  tokenVariable: "BITBUCKET_TOKEN",
  permission:
    'Bitbucket needs a repository access token with the permission "Pull requests: Write" (pullrequest:write), in a secured variable BITBUCKET_TOKEN.',
  // "less than 32768 characters", by Bitbucket's own words.
  longestBody: 32_767,
  headers: (token) => ({ authorization: `Bearer ${token}` }),

  // Bitbucket shows HTML as text; a link definition that nothing refers to renders as nothing.
  hiddenLine: (text) => `[//]: # (${text})`,
  prepare: withoutHtml,

  comments,
  comment: (target, id) => `${comments(target)}/${id}`,
  firstPage: "pagelen=100",
  pageSchema: () => z.object({ values: z.array(comment) }).transform(({ values }) => values),
  nextPage: ({ json }) => queryOfNext(z.object({ next: z.string() }).safeParse(json).data?.next),

  updateMethod: "PUT",
  content: (body) => ({ content: { raw: body } }),
  commentSchema: () => comment,
  refusalSchema: z
    .object({ error: z.object({ message: z.string(), detail: z.string().optional(), fields: z.unknown() }) })
    .transform(({ error: { message, detail, fields } }) =>
      [message, detail, fields && JSON.stringify(fields)].filter(Boolean).join(": "),
    ),
};

function comments({ repository, number }: CommentTarget): string {
  const [workspace = "", name = ""] = repository.split("/");
  return `/repositories/${encodeURIComponent(workspace)}/${encodeURIComponent(name)}/pullrequests/${number}/comments`;
}

const replacements: readonly (readonly [RegExp, string])[] = [
  [/<summary>\s*(.*?)\s*<\/summary>/g, "**$1**"],
  [/<\/?(?:details|b|strong)\b[^>]*>/g, ""],
  [/<\/?code>/g, "`"],
  [/<br\s*\/?>/g, " "],
  [/<!--.*?-->/g, ""],
];

/** The few tags that a report uses, as Markdown: a folded part becomes a bold line with its content below. */
function withoutHtml(markdown: string): string {
  return readMarkdownLines(markdown)
    .map(({ text, isCode }) =>
      isCode ? text : replacements.reduce((line, [pattern, by]) => line.replace(pattern, by), text),
    )
    .join("\n");
}
