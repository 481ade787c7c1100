import { type ApiAnswer, type ForgeApi, type ReceivedRequest, textAt } from "./forge-api";
import { cutPage, type StoredComment, type Thread } from "./thread";

const collection = "/repos/shop/infrastructure/issues/11/comments";
const single = "/repos/shop/infrastructure/issues/comments/";
const documentation_url = "https://docs.github.com/rest/issues/comments";

/** https://docs.github.com/rest/issues/comments */
export const githubApi: ForgeApi = {
  env: (server, { token }) => ({
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: server,
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_REPOSITORY: "shop/infrastructure",
    GITHUB_REF: "refs/pull/11/merge",
    GITHUB_RUN_ID: "77",
    GITHUB_TOKEN: token,
  }),
  answer: (request, thread) => {
    const { headers, method, url } = request;
    if (!headers["user-agent"])
      return { status: 403, json: { message: "Request forbidden by administrative rules." } };
    if (headers.authorization !== `Bearer ${thread.token}`) return refuse(401, "Bad credentials");
    if (method !== "GET" && !thread.mayWrite) return refuse(403, "Resource not accessible by integration");
    if (url.pathname === collection) return method === "GET" ? list(url, thread) : create(request, thread);
    return url.pathname.startsWith(single) ? change(request, thread) : refuse(404, "Not Found");
  },
};

function list(url: URL, { existing }: Thread): ApiAnswer {
  const { items, next } = cutPage(existing, url.searchParams, "per_page", 30);
  // GitHub names the repository by its number, on its own host, and other pages beside the next one.
  const others = "https://api.github.com/repositories/1300192/issues/11/comments?per_page=100";
  const link = `<${others}&page=1>; rel="first", <${others}&page=${next}>; rel="next", <${others}&page=9>; rel="last"`;
  return { status: 200, headers: next === undefined ? {} : { link }, json: items.map(show) };
}

function create({ content }: ReceivedRequest, thread: Thread): ApiAnswer {
  const body = textAt(content, "body");
  return body === undefined || body.length > 65_536 ? invalid : { status: 201, json: show(thread.add(body)) };
}

function change({ method, url, content }: ReceivedRequest, thread: Thread): ApiAnswer {
  const comment = thread.find(Number(url.pathname.slice(single.length)));
  if (comment === undefined) return refuse(404, "Not Found");
  if (comment.author !== "us") return refuse(403, "Resource not accessible by integration");
  if (method === "DELETE") {
    comment.isDeleted = true;
    return { status: 204 };
  }
  const body = textAt(content, "body");
  if (method !== "PATCH" || body === undefined) return refuse(404, "Not Found");
  if (body.length > 65_536) return invalid;
  comment.body = body;
  return { status: 200, json: show(comment) };
}

const invalid: ApiAnswer = {
  status: 422,
  json: {
    message: "Validation Failed",
    errors: [
      {
        resource: "IssueComment",
        code: "unprocessable",
        field: "data",
        message: "Body is too long (maximum is 65536 characters)",
      },
    ],
    documentation_url,
    status: "422",
  },
};

function refuse(status: number, message: string): ApiAnswer {
  return { status, json: { message, documentation_url, status: String(status) } };
}

function show({ id, body, author }: StoredComment) {
  const html_url = `https://github.com/shop/infrastructure/pull/11#issuecomment-${id}`;
  return { id, body, html_url, user: { login: author }, author_association: "NONE" };
}
