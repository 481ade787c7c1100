/** What is known of a task that stopped. */
export interface Symptoms {
  /** AWS's reasons: of the task, and of its containers. */
  readonly reasons: readonly string[];
  readonly exitCodes: readonly number[];
  readonly stopCode?: string;
  readonly logLines: readonly string[];
}

interface KnownReason {
  readonly applies: (symptoms: Symptoms) => boolean;
  readonly advice: string;
  /** AWS's page about it. */
  readonly page: string;
}

const guide = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";

/** The first that applies counts: the narrow ones stand above the wide ones. */
const knownReasons: readonly KnownReason[] = [
  {
    applies: says(/exec format error|does not contain descriptor matching platform|no matching manifest/i),
    advice:
      "The image is built for another processor than the task's: build it for the task definition's cpuArchitecture, or for both.",
    page: `${guide}/ecs-arm64.html`,
  },
  {
    applies: says(/CannotPullContainer\w*.*(not found|manifest unknown|does not exist)/i),
    advice:
      "The image is not in the repository any more: a lifecycle policy may have removed it. Build and push it again.",
    page: `${guide}/task_cannot_pull_image.html`,
  },
  {
    applies: says(/CannotPullContainer\w*.*(AccessDenied|not authorized|denied|403)/i),
    advice:
      "The execution role, or the repository's policy in the tooling account, does not allow the pull: apply the infrastructure.",
    page: `${guide}/task_cannot_pull_image.html`,
  },
  {
    applies: says(/CannotPullContainer|pull image manifest/i),
    advice:
      "The task does not reach the registry: it needs the endpoints of ECR and S3 (or NAT), and a security group that lets it out to them.",
    page: `${guide}/task_cannot_pull_image.html`,
  },
  {
    applies: says(
      /ResourceInitializationError.*(AccessDenied|not authorized|is not authorized to perform)/is,
    ),
    advice:
      "The execution role may not read a secret, its key or the log group that the task names: apply the infrastructure.",
    page: `${guide}/resource-initialization-error.html`,
  },
  {
    applies: says(
      /ResourceInitializationError.*(ResourceNotFound|can't find|not find|invalid.*secret|did not contain json key)/is,
    ),
    advice:
      "A secret or parameter that the task names, or a key inside it, does not exist: create it, then deploy again.",
    page: `${guide}/resource-initialization-error.html`,
  },
  {
    applies: says(/ResourceInitializationError/i),
    advice:
      "The task could not be prepared: it must reach ECR, Secrets Manager, SSM and CloudWatch Logs through endpoints or NAT.",
    page: `${guide}/resource-initialization-error.html`,
  },
  {
    applies: (symptoms) => symptoms.exitCodes.includes(137) && says(/OutOfMemory|memory/i)(symptoms),
    advice: "The container used more memory than it has: raise the task's memory, or find what eats it.",
    page: `${guide}/out-of-memory.html`,
  },
  {
    applies: says(/Task failed ELB health checks|failed container health checks|health checks? failed/i),
    advice:
      "The task ran but did not answer its health check: compare path, port and expected status with the application, and the grace period with its start.",
    page: `${guide}/troubleshoot-service-load-balancers.html`,
  },
  {
    applies: (symptoms) =>
      symptoms.stopCode === "SpotInterruption" || says(/spot.*(interrupt|unavailable)/i)(symptoms),
    advice:
      "AWS took Spot capacity back: this says nothing about the release. Deploy again, or use FARGATE for a base of tasks.",
    page: `${guide}/fargate-capacity-providers.html`,
  },
  {
    applies: says(/Capacity is unavailable|RESOURCE:|unable to place|insufficient capacity/i),
    advice: "AWS has no capacity for such a task now: try again later, or allow more zones or sizes.",
    page: `${guide}/service-event-messages-list.html`,
  },
  {
    applies: (symptoms) =>
      symptoms.exitCodes.includes(127) ||
      says(/CannotStartContainer|executable file not found|no such file or directory: unknown/i)(symptoms),
    advice:
      "The container's command does not exist in the image: compare command and entry point with the image.",
    page: `${guide}/cannot-start-container.html`,
  },
  {
    applies: ({ exitCodes }) => exitCodes.includes(137),
    advice:
      "The container was killed: it used more memory than it has, or did not end in time when it was told to (stopTimeout).",
    page: `${guide}/stopped-task-error-codes.html`,
  },
  {
    applies: ({ exitCodes }) => exitCodes.includes(0),
    advice: "The application ended by itself without an error: a service's main process must keep running.",
    page: `${guide}/stopped-task-error-codes.html`,
  },
  {
    applies: ({ exitCodes }) => exitCodes.some((code) => code !== 0),
    advice: "The application ended with an error: its last log lines say why.",
    page: `${guide}/stopped-task-error-codes.html`,
  },
];

/** What to do, for reasons that are well known, with AWS's page. */
export function adviceFor(symptoms: Symptoms): string | undefined {
  const known = knownReasons.find(({ applies }) => applies(symptoms));
  return known === undefined ? undefined : `${known.advice} ${known.page}`;
}

function says(pattern: RegExp): (symptoms: Symptoms) => boolean {
  return ({ reasons, logLines }) => [...reasons, ...logLines].some((text) => pattern.test(text));
}
