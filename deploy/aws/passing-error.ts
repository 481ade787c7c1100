/** Whether a call may succeed when it is made again, and whether AWS may have carried it out although it did not answer. */
export function passingError(error: unknown): "refused-for-now" | "unanswered" | undefined {
  if (!(error instanceof Error)) return undefined;
  if (/throttl|toomanyrequests|requestlimitexceeded|slowdown/i.test(error.name)) return "refused-for-now";
  // ECS registers one revision of a family at a time.
  if (/too many concurrent attempts|rate exceeded/i.test(error.message)) return "refused-for-now";
  const code = "code" in error ? String(error.code) : "";
  if (error.name === "TimeoutError" || /^E[A-Z_]{4,}$/.test(code)) return "unanswered";
  return statusOf(error) >= 500 ? "unanswered" : undefined;
}

function statusOf(error: Error): number {
  if (!("$metadata" in error) || typeof error.$metadata !== "object" || error.$metadata === null) return 0;
  return "httpStatusCode" in error.$metadata ? Number(error.$metadata.httpStatusCode) : 0;
}
