import { adviceFor, type Symptoms } from "../../../deploy/diagnosis/advice";

const guide = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";

describe("adviceFor", () => {
  test.each<[title: string, symptoms: Partial<Symptoms>, says: string, page: string]>([
    [
      "wrong architecture",
      { logLines: ["exec /app: exec format error"], exitCodes: [1] },
      "another processor",
      "ecs-arm64",
    ],
    [
      "no image for the platform",
      {
        reasons: [
          "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/arm64'",
        ],
      },
      "another processor",
      "ecs-arm64",
    ],
    [
      "image gone",
      { reasons: ["CannotPullContainerError: orders@sha256:aa: not found"] },
      "not in the repository",
      "task_cannot_pull_image",
    ],
    [
      "pull denied",
      { reasons: ["CannotPullContainerError: pull access denied"] },
      "does not allow the pull",
      "task_cannot_pull_image",
    ],
    [
      "registry unreachable",
      { reasons: ["CannotPullContainerError: dial tcp 10.0.0.1:443: i/o timeout"] },
      "does not reach the registry",
      "task_cannot_pull_image",
    ],
    [
      "secret not permitted",
      {
        reasons: [
          "ResourceInitializationError: unable to pull secrets: AccessDeniedException: not authorized to perform: secretsmanager:GetSecretValue",
        ],
      },
      "may not read a secret",
      "resource-initialization-error",
    ],
    [
      "secret missing",
      {
        reasons: [
          "ResourceInitializationError: ResourceNotFoundException: Secrets Manager can't find the specified secret.",
        ],
      },
      "does not exist",
      "resource-initialization-error",
    ],
    [
      "no way to AWS",
      { reasons: ["ResourceInitializationError: unable to pull secrets or registry auth: i/o timeout"] },
      "endpoints or NAT",
      "resource-initialization-error",
    ],
    [
      "out of memory",
      { exitCodes: [137], reasons: ["OutOfMemoryError: Container killed due to memory usage"] },
      "more memory than it has: raise",
      "out-of-memory",
    ],
    ["killed", { exitCodes: [137] }, "was killed", "stopped-task-error-codes"],
    [
      "health check of the balancer",
      { reasons: ["Task failed ELB health checks in (target-group x)"], exitCodes: [143] },
      "did not answer its health check",
      "troubleshoot-service-load-balancers",
    ],
    [
      "health check of the container",
      { reasons: ["Task failed container health checks"] },
      "did not answer its health check",
      "troubleshoot-service-load-balancers",
    ],
    ["Spot", { stopCode: "SpotInterruption" }, "Spot capacity", "fargate-capacity-providers"],
    [
      "no capacity",
      { reasons: ["Capacity is unavailable at this time."] },
      "no capacity",
      "service-event-messages-list",
    ],
    [
      "no such command",
      { reasons: ['CannotStartContainerError: exec: "run": executable file not found in $PATH'] },
      "command does not exist",
      "cannot-start-container",
    ],
    [
      "command not found by the shell",
      { exitCodes: [127] },
      "command does not exist",
      "cannot-start-container",
    ],
    ["ended by itself", { exitCodes: [0] }, "ended by itself", "stopped-task-error-codes"],
    ["ended with an error", { exitCodes: [1] }, "last log lines", "stopped-task-error-codes"],
  ])("knows: %s", (_, symptoms, says, page) => {
    const advice = adviceFor({ reasons: [], exitCodes: [], logLines: [], ...symptoms });
    expect(advice).toContain(says);
    expect(advice).toMatch(new RegExp(`${guide}/${page}\\.html$`));
  });

  test("is silent about what it does not know", () => {
    expect(adviceFor({ reasons: ["Something new"], exitCodes: [], logLines: [] })).toBeUndefined();
  });
});
