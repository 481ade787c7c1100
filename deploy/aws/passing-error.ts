import { errorWords } from "./error-words";

/** Whether a call may succeed when it is made again, and whether AWS may have carried it out although it did not answer. */
export function passingError(error: unknown): "refused-for-now" | "unanswered" | undefined {
  const { name, code, message, status } = errorWords(error);
  if (/throttl|toomanyrequests|requestlimitexceeded|slowdown/i.test(name)) return "refused-for-now";
  // ECS registers one revision of a family at a time.
  if (/too many concurrent attempts|rate exceeded/i.test(message)) return "refused-for-now";
  const isUnanswered = name === "TimeoutError" || /^E[A-Z_]{4,}$/.test(code) || status >= 500;
  return isUnanswered ? "unanswered" : undefined;
}
