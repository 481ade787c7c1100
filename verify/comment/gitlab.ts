import { z } from "zod";
import { type Forge } from "./forge";
import { readMarkdownLines } from "./markdown-lines";
import { queryOfNext } from "./next-link";
import { type CommentTarget } from "./target";

/**
 * GitLab.com and self-managed GitLab: notes of a merge request (https://docs.gitlab.com/api/notes/#merge-requests).
 *
 * The token is a project or group access token in `GITLAB_TOKEN`, scope `api`, role Reporter. `CI_JOB_TOKEN` cannot write notes:
 * they are not among the endpoints it may use (https://docs.gitlab.com/ci/jobs/ci_job_token/#job-token-access).
 */
export const gitlab: Forge = {
  title: "GitLab",
  tokenVariable: "GITLAB_TOKEN",
  permission:
    'GitLab needs a project access token with the scope "api" and the role Reporter, in a CI/CD variable GITLAB_TOKEN that is masked and not protected.',
  longestBody: 1_000_000,
  headers: (token) => ({ "PRIVATE-TOKEN": token }),

  hiddenLine: (text) => `<!-- ${text} -->`,
  prepare: escapeQuickActions,

  comments: notes,
  comment: (target, id) => `${notes(target)}/${id}`,
  firstPage: "sort=asc&order_by=created_at&per_page=100",
  pageSchema: (target) => z.array(note(target)),
  nextPage: ({ headers }) => {
    const page = headers.get("x-next-page");
    return page ? `${gitlab.firstPage}&page=${page}` : queryOfNext(headers.get("link"));
  },

  updateMethod: "PUT",
  content: (body) => ({ body }),
  commentSchema: note,
  refusalSchema: z
    .object({ message: z.unknown(), error: z.unknown(), error_description: z.unknown() })
    .partial()
    .transform(({ message, error, error_description }) =>
      [message, error, error_description]
        .filter((part) => part !== undefined)
        .map((part) => (typeof part === "string" ? part : JSON.stringify(part)))
        .join(": "),
    ),
};

function notes({ repository, number }: CommentTarget): string {
  return `/projects/${encodeURIComponent(repository)}/merge_requests/${number}/notes`;
}

function note(target: CommentTarget) {
  const page = target.page ?? `${target.api}${notes(target)}`;
  return z
    .object({ id: z.number(), body: z.string() })
    .transform(({ id, body }) => ({ id, body, url: `${page}#note_${id}` }));
}

/**
 * A line that begins with a slash is a command, run with the rights of the token: text of a merge request must not merge it
 * (https://docs.gitlab.com/user/project/quick_actions/).
 */
function escapeQuickActions(markdown: string): string {
  return readMarkdownLines(markdown)
    .map(({ text, isCode }) => (isCode ? text : text.replace(/^(\s*)\/(?=[a-z])/i, "$1\\/")))
    .join("\n");
}
