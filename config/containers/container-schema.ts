import { z } from "zod";
import { quotas } from "../../limits/quotas";
import { fields, flag, list, oneOf, text, textByKey, whole } from "./field-schemas";

const secretReference = new RegExp(
  [
    "^arn:aws:ssm:[a-z0-9-]+:\\d{12}:parameter/[A-Za-z0-9_./-]+$",
    "^/[A-Za-z0-9_./-]{1,1010}$",
    "^arn:aws:secretsmanager:[a-z0-9-]+:\\d{12}:secret:[A-Za-z0-9/_+=.@-]+(:[^:\\s]*:[^:\\s]*:[^:\\s]*)?$",
  ].join("|"),
);

const containerName = text(
  /^[A-Za-z0-9_-]{1,255}$/,
  "must be 1 to 255 letters, digits, hyphens and underscores",
  "Write the container's name, for example otel-collector.",
);

const absolutePath = text(
  /^\/[^\0]*$/,
  "must be an absolute path in the container",
  "Start the path with /, for example /tmp.",
);

const variableName = text(
  /^[^=\s\0]{1,512}$/,
  "must be the name of a variable, without = or white space",
  "Write a name such as LOG_LEVEL.",
);

const secret = fields({
  name: variableName,
  valueFrom: text(
    secretReference,
    "must refer to an SSM parameter or a Secrets Manager secret",
    "Write arn:aws:ssm:…:parameter/…, a parameter name that starts with /, or arn:aws:secretsmanager:…:secret:….",
  ),
});

const ulimitNames = [
  "core",
  "cpu",
  "data",
  "fsize",
  "locks",
  "memlock",
  "msgqueue",
  "nice",
  "nofile",
  "nproc",
  "rss",
  "rtprio",
  "rttime",
  "sigpending",
  "stack",
] as const;

/**
 * One container, in the fields that ECS knows and Fargate supports; the others are in `refused-fields.ts`.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export const containerSchema = fields({
  name: containerName,
  image: text().optional(),
  cpu: whole(0, 16384).optional(),
  memory: whole(6, 122880).optional(),
  memoryReservation: whole(6, 122880).optional(),
  portMappings: list(
    fields({
      containerPort: whole(1, 65535),
      hostPort: whole(1, 65535).optional(),
      protocol: oneOf(["tcp", "udp"]).optional(),
      name: text(
        /^[a-z0-9_][a-z0-9_-]{0,63}$/,
        "must be 1 to 64 lower-case letters, digits, hyphens and underscores",
        "Write a name such as http, not starting with a hyphen.",
      ).optional(),
      appProtocol: oneOf(["http", "http2", "grpc"]).optional(),
    }),
    100,
  ).optional(),
  essential: flag().optional(),
  restartPolicy: fields({
    enabled: flag(),
    ignoredExitCodes: list(whole(0, 255), 50).optional(),
    restartAttemptPeriod: whole(60, 1800).optional(),
  }).optional(),
  entryPoint: list(text()).optional(),
  command: list(text()).optional(),
  environment: list(fields({ name: variableName, value: text() })).optional(),
  secrets: list(secret).optional(),
  mountPoints: list(
    fields({ sourceVolume: text(), containerPath: absolutePath, readOnly: flag().optional() }),
  ).optional(),
  volumesFrom: list(fields({ sourceContainer: containerName, readOnly: flag().optional() })).optional(),
  linuxParameters: fields({
    capabilities: fields({
      add: list(
        text(
          /^SYS_PTRACE$/,
          "must be SYS_PTRACE, the only capability that Fargate adds",
          "Remove the other capabilities.",
        ),
      ).optional(),
      drop: list(
        text(/^[A-Z_]+$/, "must be a Linux capability", "Write it as in SYS_CHROOT, or ALL."),
      ).optional(),
    }).optional(),
    initProcessEnabled: flag().optional(),
  }).optional(),
  dependsOn: list(
    fields({ containerName, condition: oneOf(["START", "COMPLETE", "SUCCESS", "HEALTHY"]) }),
  ).optional(),
  startTimeout: whole(2, quotas.stopTimeoutSeconds).optional(),
  stopTimeout: whole(2, quotas.stopTimeoutSeconds).optional(),
  versionConsistency: oneOf(["enabled", "disabled"]).optional(),
  user: text().optional(),
  workingDirectory: absolutePath.optional(),
  privileged: z.literal(false).optional(),
  disableNetworking: z.literal(false).optional(),
  readonlyRootFilesystem: flag().optional(),
  interactive: flag().optional(),
  pseudoTerminal: flag().optional(),
  dockerLabels: textByKey().optional(),
  ulimits: list(
    fields({ name: oneOf(ulimitNames), softLimit: whole(-1, 2147483647), hardLimit: whole(-1, 2147483647) }),
  ).optional(),
  logConfiguration: fields({ logDriver: text(), options: textByKey().optional() }).optional(),
  healthCheck: fields({
    command: list(text(), undefined, 1),
    interval: whole(5, 300).optional(),
    timeout: whole(2, 60).optional(),
    retries: whole(1, 10).optional(),
    startPeriod: whole(0, 300).optional(),
  }).optional(),
  systemControls: list(fields({ namespace: text(), value: text() })).optional(),
  firelensConfiguration: fields({
    type: oneOf(["fluentd", "fluentbit"]),
    options: textByKey().optional(),
  }).optional(),
});

/** All containers of a task. */
export const containersSchema = list(containerSchema, quotas.containersPerTask, 1);

export type CheckedContainer = z.infer<typeof containerSchema>;
