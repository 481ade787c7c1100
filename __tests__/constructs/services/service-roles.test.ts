import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { PolicyStatement } from "../../../constructs/permissions/service-role";
import type { ContainerServiceSettings } from "../../../constructs/services/container-service-settings";
import { Worker } from "../../../constructs/services/worker";
import { synthesize } from "../../../testing/synthesize";
import { aClusterWithExec, execSettings, registry, serviceSettings } from "../../support/a-service";

function synthesizeWorker(
  settings: Partial<ContainerServiceSettings> = {},
  use: (worker: Worker) => void = () => undefined,
) {
  return synthesize((stack) => use(new Worker(stack, "Orders", serviceSettings(settings))));
}

function statementsOf(
  synthesis: ReturnType<typeof synthesizeWorker>,
  role: string,
): readonly PolicyStatement[] {
  const document = synthesis.dataSources(DataAwsIamPolicyDocument)[`orders_${role}_role_policy_document`];
  return (document?.["statement"] ?? []) as readonly PolicyStatement[];
}

function executionStatement(sid: string, settings: Partial<ContainerServiceSettings> = {}) {
  return statementsOf(synthesizeWorker(settings), "execution").find((statement) => statement.sid === sid);
}

describe("Both roles of a service", () => {
  test.each(["execution", "task"])("are assumed by ECS tasks of the account: %s", (role) => {
    const trust = synthesizeWorker().dataSources(DataAwsIamPolicyDocument)[`orders_${role}_role_trust`];
    expect(trust?.["statement"]).toEqual([
      {
        actions: ["sts:AssumeRole"],
        principals: [{ type: "Service", identifiers: ["ecs-tasks.amazonaws.com"] }],
        condition: [{ test: "StringEquals", variable: "aws:SourceAccount", values: ["123456789012"] }],
      },
    ]);
  });

  test("say what they are for", () => {
    const descriptions = Object.values(synthesizeWorker().resources(IamRole)).map(
      (role) => role["description"],
    );
    expect(descriptions).toEqual(["ECS starts the tasks of orders", "What the application orders may do"]);
  });
});

describe("The execution role of a service", () => {
  test("is not the task role", () => {
    const names = Object.values(synthesizeWorker().resources(IamRole)).map((role) => role["name"]);
    expect(names).toEqual(["test-orders-execution", "test-orders-task"]);
  });

  test("pulls the service's images and the seed, and no others", () => {
    const containers = [{ name: "orders" }, { name: "proxy", image: `${registry}/team/proxy:1` }];
    expect(executionStatement("PullImages", { containers })).toEqual({
      sid: "PullImages",
      actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      resources: ["orders", "seed", "team/proxy"].map(
        (name) => `arn:aws:ecr:eu-west-1:999999999999:repository/${name}`,
      ),
    });
  });

  test("may log in to registries, which AWS cannot limit to a repository", () => {
    expect(executionStatement("LogInToRegistry")).toEqual({
      sid: "LogInToRegistry",
      actions: ["ecr:GetAuthorizationToken"],
      resources: ["*"],
    });
  });

  test("needs no registry when no image is in ECR", () => {
    const outbound = [{ to: "internet", port: 443, reason: "Pull images" }];
    const settings = { image: "nginx:1", seedImage: "busybox:1", outbound };
    const sids = statementsOf(synthesizeWorker(settings), "execution").map(({ sid }) => sid);
    expect(sids).toEqual(["WriteLogs"]);
  });

  test("writes to the service's log group only", () => {
    expect(executionStatement("WriteLogs")).toEqual({
      sid: "WriteLogs",
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: ["${aws_cloudwatch_log_group.orders_logs.arn}:*"],
    });
  });

  test("reads the service's secrets only, each once", () => {
    const field = (key: string) => ({ valueFrom: `arn:db:${key}::`, resourceArn: "arn:db" });
    const secrets = { USERNAME: field("username"), PASSWORD: field("password") };
    expect(executionStatement("ReadSecrets", { secrets })).toEqual({
      sid: "ReadSecrets",
      actions: ["secretsmanager:GetSecretValue"],
      resources: ["arn:db"],
    });
  });

  test("decrypts with the keys of the secrets only", () => {
    const secrets = { TOKEN: { valueFrom: "arn:s", resourceArn: "arn:s", encryptionKeyArn: "arn:key" } };
    expect(executionStatement("DecryptSecrets", { secrets })).toEqual({
      sid: "DecryptSecrets",
      actions: ["kms:Decrypt"],
      resources: ["arn:key"],
      condition: [
        {
          test: "StringEquals",
          variable: "kms:ViaService",
          values: ["secretsmanager.eu-west-1.amazonaws.com", "ssm.eu-west-1.amazonaws.com"],
        },
      ],
    });
  });

  test("reads and decrypts nothing for a service without secrets", () => {
    const sids = statementsOf(synthesizeWorker(), "execution").map(({ sid }) => sid);
    expect(sids).toEqual(["LogInToRegistry", "PullImages", "WriteLogs"]);
  });

  test("has one statement for all resources and no wildcard in actions", () => {
    const secrets = { TOKEN: { valueFrom: "arn:s", resourceArn: "arn:s", encryptionKeyArn: "arn:key" } };
    const statements = statementsOf(synthesizeWorker({ secrets }), "execution");
    const open = statements
      .filter(({ resources }) => resources?.includes("*"))
      .flatMap(({ actions }) => actions);
    expect(open).toEqual(["ecr:GetAuthorizationToken"]);
    expect(statements.flatMap(({ actions }) => actions).filter((action) => action?.includes("*"))).toEqual(
      [],
    );
  });
});

describe("Secrets in container definitions", () => {
  const parameter = "arn:aws:ssm:eu-west-1:123456789012:parameter";
  const secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:token-AbCdEf";

  test.each([
    ["a parameter's ARN", `${parameter}/orders/token`, "ReadParameters", `${parameter}/orders/token`],
    ["a parameter's path", "/orders/token", "ReadParameters", `${parameter}/orders/token`],
    ["a parameter's name", "token", "ReadParameters", `${parameter}/token`],
    ["a secret's ARN", secret, "ReadSecrets", secret],
    ["a field of a secret", `${secret}:password::`, "ReadSecrets", secret],
  ])("named by %s are granted", (_, valueFrom, sid, resource) => {
    const containers = [{ name: "orders", secrets: [{ name: "TOKEN", valueFrom }] }];
    expect(executionStatement(sid, { containers })?.resources).toEqual([resource]);
  });

  test("of sidecars are granted too", () => {
    const proxy = {
      name: "proxy",
      image: `${registry}/proxy:1`,
      secrets: [{ name: "T", valueFrom: secret }],
    };
    expect(executionStatement("ReadSecrets", { containers: [{ name: "orders" }, proxy] })?.resources).toEqual(
      [secret],
    );
  });
});

describe("Text that looks like an expression", () => {
  test("is literal in the ARN of a secret", () => {
    const containers = [{ name: "orders", secrets: [{ name: "T", valueFrom: "/orders/${x}" }] }];
    expect(executionStatement("ReadParameters", { containers })?.resources).toEqual([
      "arn:aws:ssm:eu-west-1:123456789012:parameter/orders/$${x}",
    ]);
  });

  test("is literal in the ARN of a repository", () => {
    expect(executionStatement("PullImages", { image: `${registry}/\${x}:1` })?.resources).toContain(
      "arn:aws:ecr:eu-west-1:999999999999:repository/$${x}",
    );
  });
});

describe("The task role of a service", () => {
  test("may do nothing by default", () => {
    expect(statementsOf(synthesizeWorker(), "task")).toEqual([]);
  });

  test("may do what is added to it", () => {
    const readQueue = { sid: "ReadQueue", actions: ["sqs:ReceiveMessage"], resources: ["arn:queue"] };
    const synthesis = synthesizeWorker({}, (worker) => worker.addToTaskRole(readQueue));
    expect(statementsOf(synthesis, "task")).toEqual([readQueue]);
  });

  test("may hold exec sessions, and log them, when exec is on", () => {
    const statements = statementsOf(synthesizeWorker(execSettings()), "task");
    expect(statements.map(({ actions, resources }) => [actions, resources])).toEqual([
      [
        [
          "ssmmessages:CreateControlChannel",
          "ssmmessages:CreateDataChannel",
          "ssmmessages:OpenControlChannel",
          "ssmmessages:OpenDataChannel",
        ],
        ["*"],
      ],
      [["logs:DescribeLogGroups"], ["*"]],
      [["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], ["arn:exec-logs:*"]],
      [["kms:Decrypt"], ["arn:exec-key"]],
    ]);
  });

  test("may do nothing more when only the cluster logs exec sessions", () => {
    expect(statementsOf(synthesizeWorker({ cluster: aClusterWithExec() }), "task")).toEqual([]);
  });
});
