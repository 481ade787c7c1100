import fc from "fast-check";
import { maybe, rarely, text } from "./words";

/** What the containers of a service depend on. */
export interface ContainerFrame {
  readonly service: string;
  readonly account: string;
  readonly region: string;
  readonly port: number | undefined;
  readonly cpu: number;
  readonly memoryMiB: number;
  /** Whether the root file system of the application container is writable. */
  readonly isWritable: boolean;
}

/** The application container, and at times a sidecar or a log router. */
export function containers(frame: ContainerFrame): fc.Arbitrary<readonly object[]> {
  return fc
    .record({
      application: application(frame),
      sidecar: rarely(sidecar(frame)),
      router: rarely(router(frame)),
    })
    .map(({ application: main, sidecar: beside, router: logs }) => {
      const waits = beside && { dependsOn: [{ containerName: beside.name, condition: conditionOf(beside) }] };
      const logging = logs && { logConfiguration: { logDriver: "awsfirelens", options: { Name: "stdout" } } };
      return [{ ...main, ...waits, ...logging }, ...(beside ? [beside] : []), ...(logs ? [logs] : [])];
    });
}

interface Sidecar {
  readonly name: string;
  readonly essential: boolean;
  readonly healthCheck?: object | undefined;
}

function conditionOf({ essential, healthCheck }: Sidecar): string {
  if (healthCheck) return "HEALTHY";
  return essential ? "START" : "COMPLETE";
}

function application(frame: ContainerFrame) {
  const { service, port, isWritable } = frame;
  const mapping = { containerPort: port, protocol: "tcp", name: "http", appProtocol: "http" };
  return fc
    .record({
      ...common(frame),
      portMappings: port === undefined ? fc.constant(undefined) : rarely(fc.constant([mapping])),
      startTimeout: rarely(fc.integer({ min: 2, max: 120 })),
    })
    .map((fields) => ({
      name: service,
      ...fields,
      ...(isWritable && { readonlyRootFilesystem: false }),
    }));
}

function sidecar(frame: ContainerFrame): fc.Arbitrary<Sidecar> {
  return fc
    .record({ ...common(frame), essential: fc.boolean(), restarts: fc.boolean() })
    .map(({ restarts, essential, ...fields }) => ({
      name: "sidecar",
      image: image(frame, "otel-collector:1"),
      essential,
      ...fields,
      ...(restarts && { restartPolicy: { enabled: true, ignoredExitCodes: [0], restartAttemptPeriod: 60 } }),
    }));
}

function router(frame: ContainerFrame) {
  return fc.constantFrom("fluentbit", "fluentd").map((type) => ({
    name: "log-router",
    image: image(frame, "otel-collector:2"),
    firelensConfiguration: {
      type,
      options: {
        "enable-ecs-log-metadata": "true",
        "config-file-type": "file",
        "config-file-value": "/x.conf",
      },
    },
    user: "0",
  }));
}

function image({ region }: ContainerFrame, name: string): string {
  return `999999999999.dkr.ecr.${region}.amazonaws.com/${name}`;
}

/** Fields of every container. Half of a container's fields are left out, so that sizes add up. */
function common(frame: ContainerFrame) {
  const { cpu, memoryMiB } = frame;
  return {
    environment: fc.uniqueArray(
      fc.record({ name: fc.constantFrom("LOG_LEVEL", "MODE", "GREETING", "a.b-c"), value: text() }),
      { selector: (variable) => variable.name },
    ),
    secrets: maybe(secrets(frame)),
    command: maybe(fc.array(text(), { maxLength: 3 })),
    entryPoint: rarely(fc.constantFrom(["/bin/sh", "-c"], [])),
    cpu: rarely(fc.integer({ min: 0, max: cpu / 4 })),
    memory: rarely(fc.integer({ min: 64, max: Math.floor(memoryMiB / 4) })),
    memoryReservation: rarely(fc.integer({ min: 6, max: 64 })),
    healthCheck: rarely(
      fc.record({
        command: fc.constantFrom(["CMD-SHELL", "exit 0"], ["CMD", "true", "${x}"]),
        interval: fc.constantFrom(undefined, 5, 300),
        timeout: maybe(fc.integer({ min: 2, max: 60 })),
        retries: maybe(fc.integer({ min: 1, max: 10 })),
        startPeriod: maybe(fc.integer({ min: 0, max: 300 })),
      }),
    ),
    mountPoints: maybe(
      fc.constantFrom(
        [{ sourceVolume: "tmp", containerPath: "/tmp" }],
        [{ sourceVolume: "tmp", containerPath: "/var/run", readOnly: true }],
      ),
    ),
    linuxParameters: rarely(
      fc.constantFrom(
        { initProcessEnabled: true },
        { capabilities: { add: ["SYS_PTRACE"], drop: ["ALL"] } },
        {},
      ),
    ),
    ulimits: rarely(fc.constantFrom([{ name: "nofile", softLimit: 1024, hardLimit: 65_535 }], [])),
    user: rarely(fc.constantFrom("1000:1000", "nobody")),
    workingDirectory: rarely(fc.constantFrom("/", "/app dir")),
    dockerLabels: rarely(fc.dictionary(fc.constantFrom("a", "com.example/x"), text())),
    systemControls: rarely(fc.constant([{ namespace: "net.core.somaxconn", value: "1024" }])),
    interactive: rarely(fc.boolean()),
    pseudoTerminal: rarely(fc.boolean()),
    versionConsistency: rarely(fc.constantFrom("enabled", "disabled")),
  };
}

function secrets({ account, region }: ContainerFrame) {
  const parameter = `arn:aws:ssm:${region}:${account}:parameter`;
  const secret = `arn:aws:secretsmanager:${region}:${account}:secret`;
  const reference = fc.constantFrom(
    ...[`${parameter}/shop/token`, "/shop/token", "/shop/a.b-c_d", `${secret}:shop/token-AbCdEf`],
    ...[
      `${secret}:shop/token-AbCdEf:key::`,
      `${secret}:shop/token-AbCdEf:key:AWSPREVIOUS:`,
      `${secret}:plain`,
    ],
  );
  return fc.uniqueArray(fc.record({ name: fc.constantFrom("TOKEN", "KEY", "CERT"), valueFrom: reference }), {
    selector: (one) => one.name,
  });
}
