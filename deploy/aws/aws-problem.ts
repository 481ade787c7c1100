import type { Problem } from "../../problems/problem";
import { errorWords } from "./error-words";

/** An error of AWS, or on the way there, as a problem that its reader can mend. */
export function awsProblem(error: unknown, where: string): Problem {
  const { name, code, message } = errorWords(error);
  const kind = kinds.find(({ pattern }) => [name, code].some((word) => pattern?.test(word) === true));
  const byMessage = kinds.find(({ says }) => says?.test(message) === true);
  const { must, got, advice } = kind ?? byMessage ?? unknown;
  return { where, must, got: got ?? said(name, message), advice };
}

interface ErrorKind {
  /** Matches the error's name or the operating system's code. */
  readonly pattern?: RegExp;
  /** For errors without a name of their own. */
  readonly says?: RegExp;
  readonly must: string;
  /** Undefined: what AWS said. */
  readonly got?: string;
  readonly advice: string;
}

const kinds: readonly ErrorKind[] = [
  {
    pattern: /^(AccessDenied(Exception)?|UnauthorizedOperation|AuthorizationError(Exception)?)$/,
    must: "must be allowed by AWS",
    advice:
      "Use the deploy role of the service; `ecs-env doctor` tells whose credentials are used and what they lack.",
  },
  {
    pattern: /^(ExpiredToken(Exception)?|RequestExpired|TokenRefreshRequired|InvalidIdentityToken.*)$/,
    says: /\b(token|session|sso).{0,60}expired/i,
    must: "needs credentials that are still valid",
    advice: "Sign in again (`aws sso login`), or let the CI fetch a new token.",
  },
  {
    pattern:
      /^(UnrecognizedClient(Exception)?|InvalidClientTokenId|InvalidSignature.*|SignatureDoesNotMatch)$/,
    must: "needs credentials that AWS knows",
    advice: "Check AWS_PROFILE and the AWS_* variables; the clock of the machine must be right as well.",
  },
  {
    pattern: /^CredentialsProviderError$/,
    must: "needs AWS credentials",
    got: "none",
    advice:
      "Sign in (`aws sso login`) and set AWS_PROFILE, or let the CI assume the deploy role (AWS_ROLE_ARN with AWS_WEB_IDENTITY_TOKEN_FILE).",
  },
  {
    says: /region is missing/i,
    must: "needs an AWS region",
    got: "none",
    advice: "Give --region or set AWS_REGION.",
  },
  {
    pattern: /^SyntaxError$/,
    must: "must be answered by AWS itself",
    got: "an answer that is not AWS's",
    advice:
      "A proxy or portal of the network may stand in between: check HTTPS_PROXY, and the network of the machine.",
  },
  {
    says: /region not accepted/i,
    must: "needs the name of an AWS region",
    advice: "Check --region and AWS_REGION: eu-west-1, for example.",
  },
  {
    pattern: /^(ENOENT|EACCES|EPERM|EISDIR|ENOTDIR)$/,
    must: "needs a file for its credentials",
    advice: "Check AWS_WEB_IDENTITY_TOKEN_FILE, and that the job has asked its CI for a token.",
  },
  {
    pattern: /^(Throttl.*|TooManyRequests.*|RequestLimitExceeded|SlowDown|LimitExceeded.*)$/,
    must: "must not be throttled by AWS",
    advice: "Many attempts failed; try again in some minutes, or raise AWS_MAX_ATTEMPTS.",
  },
  {
    pattern: /^(TimeoutError|E[A-Z_]{4,}|AbortError|RequestTimeout.*)$/,
    must: "must be reachable over the network",
    advice:
      "Check network, proxy and VPC endpoints of the machine, and the region; `ecs-env doctor` tries each service.",
  },
];

const unknown: Pick<ErrorKind, "must" | "got" | "advice"> = {
  must: "must be answered by AWS",
  advice: "Read what AWS said; `ecs-env doctor` checks credentials, permissions and network.",
};

const longestMessage = 300;

function said(name: string, message: string): string {
  const oneLine = message.replaceAll(/\s+/g, " ").trim();
  const text = oneLine.length > longestMessage ? `${oneLine.slice(0, longestMessage)}…` : oneLine;
  return [name === "Error" ? "" : name, text.replace(/\.$/, "")].filter((part) => part !== "").join(": ");
}
