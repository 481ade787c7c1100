import { type ApiAnswer, type ForgeApi, type ReceivedRequest, textAt } from "./forge-api";
import { cutPage, type StoredComment, type Thread } from "./thread";

const collection = "/api/v4/projects/5/merge_requests/11/notes";

/** https://docs.gitlab.com/api/notes/#merge-requests, https://docs.gitlab.com/api/rest/#pagination */
export const gitlabApi: ForgeApi = {
  env: (server, { token }) => ({
    GITLAB_CI: "true",
    CI_API_V4_URL: `${server}/api/v4`,
    CI_PROJECT_ID: "5",
    CI_MERGE_REQUEST_IID: "11",
    CI_MERGE_REQUEST_PROJECT_URL: "https://gitlab.example.com/shop/infrastructure",
    CI_JOB_URL: "https://gitlab.example.com/shop/infrastructure/-/jobs/77",
    CI_JOB_TOKEN: "job-token",
    GITLAB_TOKEN: token,
  }),
  answer: (request, thread) => {
    const { headers, method, url } = request;
    if (headers["private-token"] !== thread.token)
      return { status: 401, json: { message: "401 Unauthorized" } };
    if (!url.pathname.startsWith(collection))
      return { status: 404, json: { message: "404 Project Not Found" } };
    if (method !== "GET" && !thread.mayWrite) {
      const error_description = "The request requires higher privileges than provided by the access token.";
      return { status: 403, json: { error: "insufficient_scope", error_description, scope: "api" } };
    }
    if (url.pathname === collection) return method === "GET" ? list(url, thread) : create(request, thread);
    return change(request, thread);
  },
};

function list(url: URL, thread: Thread): ApiAnswer {
  const { existing } = thread;
  const sorted = url.searchParams.get("sort") === "asc" ? existing : [...existing].reverse();
  const { items, page, next } = cutPage(sorted, url.searchParams, "per_page", 20);
  return {
    status: 200,
    headers: { "x-page": String(page), "x-next-page": next === undefined ? "" : String(next) },
    json: items.filter(({ id }) => !thread.unseen.has(id)).map(show),
  };
}

function create({ content }: ReceivedRequest, thread: Thread): ApiAnswer {
  const body = textAt(content, "body");
  if (body === undefined) return { status: 400, json: { error: "body is missing" } };
  if (body.length > 1_000_000) return tooLong;
  return { status: 201, json: show(thread.add(runCommands(body, thread))) };
}

function change({ method, url, content }: ReceivedRequest, thread: Thread): ApiAnswer {
  const note = thread.find(Number(url.pathname.slice(collection.length + 1)));
  if (note === undefined) return { status: 404, json: { message: "404 Note Not Found" } };
  if (note.author !== "us") return { status: 403, json: { message: "403 Forbidden" } };
  if (method === "DELETE") {
    note.isDeleted = true;
    return { status: 204 };
  }
  if (method !== "PUT") return { status: 405, json: { error: "405 Not Allowed" } };
  const body = textAt(content, "body") ?? "";
  if (body.length > 1_000_000) return tooLong;
  note.body = runCommands(body, thread);
  return { status: 200, json: show(note) };
}

const tooLong: ApiAnswer = {
  status: 400,
  json: { message: '400 Bad request - Note {:note=>["is too long (maximum is 1000000 characters)"]}' },
};

/** Lines outside of code that begin with a slash are run and not kept. */
function runCommands(body: string, thread: Thread): string {
  let isCode = false;
  const kept = body.split("\n").filter((line) => {
    if (line.startsWith("```")) isCode = !isCode;
    if (isCode || !/^\s*\/[a-z]/.test(line)) return true;
    thread.commands.push(line);
    return false;
  });
  return kept.join("\n");
}

function show({ id, body, author }: StoredComment) {
  return {
    id,
    body,
    author: { username: author },
    system: false,
    noteable_type: "MergeRequest",
    noteable_iid: 11,
  };
}
