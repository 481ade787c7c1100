/** An error of AWS, or of the way to it, while a deployment goes on without us. */
export interface AwsTrouble {
  /** Whether waiting may help: throttling, a lost connection, a fault of AWS; not missing permission or expired credentials. */
  readonly isPassing: boolean;
  readonly text: string;
}

const passingNames =
  /^(Throttl\w*|TooManyRequests\w*|RequestLimitExceeded|SlowDown|ServerException|ServiceUnavailable\w*|InternalFailure|InternalServer\w*|TimeoutError|RequestTimeout\w*|NetworkingError)$/;
const networkCodes = /^(ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR\w*)$/;
const credentialNames = /^(CredentialsProviderError|TokenProviderError)$/;

/** Undefined: not an error of AWS, but a mistake of ours. */
export function awsTrouble(error: unknown): AwsTrouble | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const status = statusOf(error);
  const isPassing =
    passingNames.test(error.name) ||
    networkCodes.test(code) ||
    ("$retryable" in error && error.$retryable !== undefined) ||
    (status !== undefined && (status >= 500 || status === 429));
  // The SDK marks every error that came back from AWS with `$metadata`.
  if (!isPassing && !credentialNames.test(error.name) && !("$metadata" in error)) return undefined;
  return { isPassing, text: [error.name, error.message.replace(/\.\s*$/, "")].filter(Boolean).join(": ") };
}

/** For what only explains, and must not stand in the way of a verdict. */
export async function unlessTroubled(
  work: () => Promise<void>,
  onTrouble: (text: string) => void,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const trouble = awsTrouble(error);
    if (trouble === undefined) throw error;
    onTrouble(trouble.text);
  }
}

function statusOf(error: Error): number | undefined {
  const metadata: unknown = "$metadata" in error ? error.$metadata : undefined;
  return typeof metadata === "object" &&
    metadata !== null &&
    "httpStatusCode" in metadata &&
    typeof metadata.httpStatusCode === "number"
    ? metadata.httpStatusCode
    : undefined;
}
