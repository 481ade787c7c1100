import { z } from "zod";
import { type Forge } from "./forge";
import { queryOfNext } from "./next-link";
import { type CommentTarget } from "./target";

const comment = z
  .object({ id: z.number(), body: z.string().nullish(), html_url: z.string() })
  .transform(({ id, body, html_url }) => ({ id, body: body ?? "", url: html_url }));

/**
 * GitHub.com and GitHub Enterprise Server: a pull request's comments are those of its issue (https://docs.github.com/rest/issues/comments).
 *
 * The token is the workflow's own, given to the step as `GITHUB_TOKEN`, with `permissions: pull-requests: write`. In a pull request from
 * a fork it is read-only, whatever the workflow asks for.
 */
export const github: Forge = {
  title: "GitHub",
  tokenVariable: "GITHUB_TOKEN",
  permission:
    'GitHub needs "permissions: pull-requests: write" in the workflow and "env: GITHUB_TOKEN: ${{ github.token }}" at the step; a pull request from a fork has a read-only token.',
  // GitHub refuses beyond 65,536 characters by its own words, beyond 262,144 bytes by measurement: this keeps both.
  longestBody: 65_536,
  headers: (token) => ({
    authorization: `Bearer ${token}`,
    accept: "application/vnd.github+json",
    "x-github-api-version": "2022-11-28",
  }),

  hiddenLine: (text) => `<!-- ${text} -->`,
  prepare: (markdown) => markdown,

  comments: (target) => `${issues(target)}/${target.number}/comments`,
  comment: (target, id) => `${issues(target)}/comments/${id}`,
  firstPage: "per_page=100",
  pageSchema: () => z.array(comment),
  nextPage: ({ headers }) => queryOfNext(headers.get("link")),

  updateMethod: "PATCH",
  content: (body) => ({ body }),
  commentSchema: () => comment,
  refusalSchema: z
    .object({ message: z.string(), errors: z.array(z.object({ message: z.string() }).partial()).optional() })
    .transform(({ message, errors = [] }) =>
      [message, ...errors.flatMap((error) => error.message ?? [])].join(": "),
    ),
};

function issues({ repository }: CommentTarget): string {
  return `/repos/${repository}/issues`;
}
