import { type ApiAnswer, type ForgeApi, type ReceivedRequest, textAt } from "./forge-api";
import { cutPage, type StoredComment, type Thread } from "./thread";

const collection = "/2.0/repositories/shop/infrastructure/pullrequests/11/comments";

/** https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests/ */
export const bitbucketApi: ForgeApi = {
  env: (server, { token }) => ({
    BITBUCKET_BUILD_NUMBER: "77",
    BITBUCKET_API_URL: `${server}/2.0`,
    BITBUCKET_WORKSPACE: "shop",
    BITBUCKET_REPO_SLUG: "infrastructure",
    BITBUCKET_PR_ID: "11",
    BITBUCKET_TOKEN: token,
  }),
  answer: (request, thread) => {
    const { headers, method, url } = request;
    if (headers.authorization !== `Bearer ${thread.token}`)
      return refuse(401, "Token is invalid or not supported for this endpoint.");
    if (!url.pathname.startsWith(collection)) return refuse(404, "Repository shop/infrastructure not found");
    if (method !== "GET" && !thread.mayWrite)
      return refuse(403, "Your credentials lack one or more required privilege scopes.");
    if (url.pathname === collection) return method === "GET" ? list(url, thread) : create(request, thread);
    return change(request, thread);
  },
};

function list(url: URL, { comments }: Thread): ApiAnswer {
  const { items, page, next } = cutPage(comments, url.searchParams, "pagelen", 10);
  return {
    status: 200,
    json: {
      values: items.map(show),
      page,
      size: comments.length,
      // Bitbucket names its own host, also behind a proxy.
      ...(next === undefined
        ? {}
        : { next: `https://api.bitbucket.org${collection}?pagelen=100&page=${next}` }),
    },
  };
}

function create({ content }: ReceivedRequest, thread: Thread): ApiAnswer {
  const raw = textAt(content, "content", "raw");
  return raw === undefined || raw.length >= 32_768 ? invalid : { status: 201, json: show(thread.add(raw)) };
}

function change({ method, url, content }: ReceivedRequest, thread: Thread): ApiAnswer {
  const comment = thread.find(Number(url.pathname.slice(collection.length + 1)));
  if (comment === undefined) return refuse(404, "Comment not found");
  if (comment.author !== "us") return refuse(403, "You do not have access to edit this comment");
  if (method === "DELETE") {
    comment.isDeleted = true;
    return { status: 204 };
  }
  const raw = textAt(content, "content", "raw");
  if (method !== "PUT" || raw === undefined) return refuse(400, "Bad request");
  if (raw.length >= 32_768) return invalid;
  comment.body = raw;
  return { status: 200, json: show(comment) };
}

const invalid: ApiAnswer = {
  status: 400,
  json: {
    type: "error",
    error: {
      message: "Bad request",
      fields: { content: ["Please enter a non-empty value less than 32768 characters"] },
    },
  },
};

function refuse(status: number, message: string): ApiAnswer {
  return { status, json: { type: "error", error: { message } } };
}

/** A deleted comment stays in the list, without its text. */
function show({ id, body, author, isDeleted }: StoredComment) {
  return {
    id,
    type: "pullrequest_comment",
    deleted: isDeleted,
    content: { type: "rendered", raw: isDeleted ? "" : body, markup: "markdown", html: "" },
    user: { display_name: author },
    links: {
      html: { href: `https://bitbucket.org/shop/infrastructure/pull-requests/11/_/diff#comment-${id}` },
    },
  };
}
