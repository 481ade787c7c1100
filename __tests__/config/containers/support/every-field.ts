import { proxy } from "./temporary-environments";

/** Containers that use every field the library takes. */
export const everyField = [
  {
    name: "orders",
    image: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders:dev",
    cpu: 128,
    memory: 256,
    memoryReservation: 128,
    portMappings: [
      { containerPort: 8080, hostPort: 8080, protocol: "tcp", name: "http", appProtocol: "http" },
      { containerPort: 8125, protocol: "udp" },
    ],
    essential: true,
    restartPolicy: { enabled: true, ignoredExitCodes: [0], restartAttemptPeriod: 120 },
    entryPoint: ["/bin/sh", "-c"],
    command: ["exec java -jar app.jar"],
    environment: [
      { name: "LOG_LEVEL", value: "info" },
      { name: "EMPTY", value: "" },
    ],
    secrets: [
      { name: "SESSION_KEY", valueFrom: "arn:aws:ssm:eu-west-1:111111111111:parameter/dev/session" },
      { name: "SIGNING_KEY", valueFrom: "/dev/signing" },
      {
        name: "API_KEY",
        valueFrom: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:dev/api-AbCdEf:key::",
      },
    ],
    mountPoints: [{ sourceVolume: "tmp", containerPath: "/tmp", readOnly: false }],
    volumesFrom: [{ sourceContainer: "proxy", readOnly: true }],
    linuxParameters: {
      capabilities: { add: ["SYS_PTRACE"], drop: ["ALL"] },
      initProcessEnabled: true,
    },
    dependsOn: [{ containerName: "proxy", condition: "HEALTHY" }],
    startTimeout: 60,
    stopTimeout: 30,
    versionConsistency: "enabled",
    user: "1000:1000",
    workingDirectory: "/app",
    privileged: false,
    disableNetworking: false,
    readonlyRootFilesystem: true,
    interactive: false,
    pseudoTerminal: false,
    dockerLabels: { "com.example.team": "orders" },
    ulimits: [{ name: "nofile", softLimit: 65536, hardLimit: 65536 }],
    logConfiguration: { logDriver: "awsfirelens", options: { Name: "cloudwatch" } },
    healthCheck: {
      command: ["CMD-SHELL", "wget -q -O /dev/null http://localhost:8080/health || exit 1"],
      interval: 15,
      timeout: 5,
      retries: 3,
      startPeriod: 30,
    },
    systemControls: [{ namespace: "net.core.somaxconn", value: "1024" }],
  },
  { ...proxy, healthCheck: { command: ["CMD", "/healthy"] } },
  {
    name: "log_router",
    image: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/fluent-bit:3.1",
    firelensConfiguration: { type: "fluentbit", options: { "config-file-type": "file" } },
  },
];
