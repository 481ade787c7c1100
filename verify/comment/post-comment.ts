import { type z } from "zod";
import { askForge, type ForgeRequest, type Network } from "./ask-forge";
import { fitBody } from "./fit-body";
import { type Answer, type PostedComment } from "./forge";
import { forges } from "./forges";
import { carriesMarker, markerLine } from "./marker";
import { problemWith, refusal } from "./refusal";
import { type CommentTarget } from "./target";

export interface PostOptions extends Network {
  /** Name of the project. Two projects that comment on the same merge request need two names. */
  readonly marker: string;
}

export interface PostResult {
  /** Web address of the comment. */
  readonly url: string;
  readonly action: "created" | "updated" | "unchanged";
}

/**
 * Posts the report as one comment of the merge request, or updates the one of an earlier run.
 *
 * Two pipelines that run at once end with one comment: the older one.
 *
 * @param body Markdown; what is longer than the forge accepts is cut ({@link fitBody})
 * @throws ConfigError when the forge does not let us, naming the permission that is missing
 */
export async function postComment(
  target: CommentTarget,
  body: string,
  options: PostOptions,
): Promise<PostResult> {
  const forge = forges[target.forge];
  const marker = markerLine(forge, options.marker);
  const whole = `the artifacts of ${target.job === undefined ? "this job" : `[this job](${target.job})`}`;
  const report = fitBody(forge.prepare(body.trimEnd()), forge.longestBody - marker.length - 2, whole);
  const text = `${marker}\n\n${report}`;

  const updated = await updateFirst(target, await findOurs(target, marker, options), text, options);
  if (updated !== undefined) return updated;

  const created = await create(target, text, options);
  // Another pipeline may have been as fast, or an answer got lost and the comment was sent twice.
  const older = (await findOurs(target, marker, options)).filter(({ id }) => id < created.id);
  const kept = await updateFirst(target, older, text, options);
  if (kept === undefined) return { url: created.url, action: "created" };
  await remove(target, created, options);
  return { url: kept.url, action: kept.action === "unchanged" ? "created" : "updated" };
}

/** Comments that carry our marker, oldest first. */
async function findOurs(
  target: CommentTarget,
  marker: string,
  network: Network,
): Promise<readonly PostedComment[]> {
  const forge = forges[target.forge];
  const found: PostedComment[] = [];
  const asked = new Set<string>();
  for (let query: string | undefined = forge.firstPage; query !== undefined && !asked.has(query);) {
    asked.add(query);
    const action = "read the comments";
    const answer = await succeed(
      target,
      action,
      { method: "GET", path: `${forge.comments(target)}?${query}` },
      network,
    );
    const page = read(target, forge.pageSchema(target), answer);
    found.push(...page.filter((comment) => carriesMarker(comment, marker)));
    query = forge.nextPage(answer);
  }
  return found.sort((one, other) => one.id - other.id);
}

/** Updates the oldest comment that is there and ours; one that somebody else wrote with our marker is passed over. */
async function updateFirst(
  target: CommentTarget,
  comments: readonly PostedComment[],
  text: string,
  network: Network,
): Promise<PostResult | undefined> {
  const forge = forges[target.forge];
  for (const { id, body, url } of comments) {
    if (normalize(body) === normalize(text)) return { url, action: "unchanged" };
    const request = {
      method: forge.updateMethod,
      path: forge.comment(target, id),
      content: forge.content(text),
    };
    const answer = await askForge(target, request, network);
    if (isSuccess(answer)) return { url, action: "updated" };
    if (![403, 404, 410].includes(answer.status)) throw refusal(target, "update its comment", answer);
  }
  return undefined;
}

async function create(target: CommentTarget, text: string, network: Network): Promise<PostedComment> {
  const forge = forges[target.forge];
  const request: ForgeRequest = {
    method: "POST",
    path: forge.comments(target),
    content: forge.content(text),
  };
  return read(target, forge.commentSchema(target), await succeed(target, "comment", request, network));
}

async function remove(target: CommentTarget, { id }: PostedComment, network: Network): Promise<void> {
  const request: ForgeRequest = { method: "DELETE", path: forges[target.forge].comment(target, id) };
  const answer = await askForge(target, request, network);
  if (!isSuccess(answer) && answer.status !== 404) throw refusal(target, "delete its comment", answer);
}

async function succeed(
  target: CommentTarget,
  action: string,
  request: ForgeRequest,
  network: Network,
): Promise<Answer> {
  const answer = await askForge(target, request, network);
  if (isSuccess(answer)) return answer;
  throw refusal(target, action, answer);
}

function read<T>(target: CommentTarget, schema: z.ZodType<T>, { status, headers, json }: Answer): T {
  const { data, success } = schema.safeParse(json);
  if (success) return data;
  throw problemWith(target, {
    where: new URL(target.api).host,
    must: `must answer as ${forges[target.forge].title}'s API does`,
    got: `${status} with ${headers.get("content-type") ?? "no content type"} of another form`,
    advice: "Check that the address is that of the API, and that no sign-in page or proxy stands before it.",
  });
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** Forges may keep line breaks as CRLF and drop the last one. */
function normalize(body: string): string {
  return body.replaceAll("\r\n", "\n").trimEnd();
}
