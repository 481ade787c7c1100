import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AllowedActions } from "../../contract/deploy-permission";
import { deployPermissionTable } from "../../contract/deploy-permission-table";
import { deployStatements } from "../../contract/deploy-permissions";
import { aCodeDeployTarget, aDeliveryTarget } from "../support/a-delivery-target";
import { isAllowed, type IamRequest } from "../support/iam/evaluate-policy";

const ecs = "arn:aws:ecs:eu-west-1:111111111111";
const inDev = { "ecs:cluster": [`${ecs}:cluster/dev`] };
const release = { "ecs:task-definition": [`${ecs}:task-definition/dev-orders:13`] };
const rolling = deployStatements(aDeliveryTarget());
const codedeploy = deployStatements(aCodeDeployTarget());

type Case = readonly [what: string, request: IamRequest, isAllowed: boolean];

function ask(action: string, resource: string, context?: IamRequest["context"]): IamRequest {
  return { action, resource, context };
}

describe("A deploy role", () => {
  test.each<Case>([
    [
      "registers in its family",
      ask("ecs:RegisterTaskDefinition", `${ecs}:task-definition/dev-orders:13`),
      true,
    ],
    [
      "registers in another family",
      ask("ecs:RegisterTaskDefinition", `${ecs}:task-definition/dev-cart:1`),
      false,
    ],
    ["registers seeds", ask("ecs:RegisterTaskDefinition", `${ecs}:task-definition/dev-orders_seed:1`), false],
    [
      "updates its service to a revision of its family",
      ask("ecs:UpdateService", `${ecs}:service/dev/orders`, { ...inDev, ...release }),
      true,
    ],
    [
      "updates its service without a revision",
      ask("ecs:UpdateService", `${ecs}:service/dev/orders`, inDev),
      false,
    ],
    [
      "updates its service to another family",
      ask("ecs:UpdateService", `${ecs}:service/dev/orders`, {
        ...inDev,
        "ecs:task-definition": [`${ecs}:task-definition/dev-cart:1`],
      }),
      false,
    ],
    [
      "updates another service",
      ask("ecs:UpdateService", `${ecs}:service/dev/cart`, { ...inDev, ...release }),
      false,
    ],
    [
      "passes the task's role to tasks",
      ask("iam:PassRole", "arn:aws:iam::111111111111:role/dev-orders-task", {
        "iam:PassedToService": ["ecs-tasks.amazonaws.com"],
      }),
      true,
    ],
    [
      "passes the task's role to Lambda",
      ask("iam:PassRole", "arn:aws:iam::111111111111:role/dev-orders-task", {
        "iam:PassedToService": ["lambda.amazonaws.com"],
      }),
      false,
    ],
    [
      "passes another service's role",
      ask("iam:PassRole", "arn:aws:iam::111111111111:role/dev-cart-task", {
        "iam:PassedToService": ["ecs-tasks.amazonaws.com"],
      }),
      false,
    ],
    [
      "tags a revision that it registers",
      ask("ecs:TagResource", `${ecs}:task-definition/dev-orders:13`, {
        "ecs:CreateAction": ["RegisterTaskDefinition"],
        "aws:TagKeys": ["Team", "ecs-env:digest"],
      }),
      true,
    ],
    [
      "marks a revision healthy",
      ask("ecs:TagResource", `${ecs}:task-definition/dev-orders:13`, { "aws:TagKeys": ["ecs-env:healthy"] }),
      true,
    ],
    [
      "changes what a revision says of its image",
      ask("ecs:TagResource", `${ecs}:task-definition/dev-orders:13`, { "aws:TagKeys": ["ecs-env:digest"] }),
      false,
    ],
    [
      "stops a task that it ran",
      ask("ecs:StopTask", `${ecs}:task/dev/1`, { "aws:ResourceTag/ecs-env:run": ["orders"] }),
      true,
    ],
    ["stops a task of the service", ask("ecs:StopTask", `${ecs}:task/dev/1`), false],
    [
      "stops a task of somebody else",
      ask("ecs:StopTask", `${ecs}:task/dev/1`, { "aws:ResourceTag/ecs-env:run": ["cart"] }),
      false,
    ],
    ["runs a task in its cluster", ask("ecs:RunTask", `${ecs}:task-definition/dev-orders:13`, inDev), true],
    [
      "runs a task elsewhere",
      ask("ecs:RunTask", `${ecs}:task-definition/dev-orders:13`, { "ecs:cluster": [`${ecs}:cluster/other`] }),
      false,
    ],
    ["tags its image", ask("ecr:PutImage", "arn:aws:ecr:eu-west-1:999999999999:repository/orders"), true],
    ["tags another image", ask("ecr:PutImage", "arn:aws:ecr:eu-west-1:999999999999:repository/cart"), false],
    [
      "uploads layers",
      ask("ecr:UploadLayerPart", "arn:aws:ecr:eu-west-1:999999999999:repository/orders"),
      false,
    ],
    [
      "reads its target",
      ask("ssm:GetParameter", "arn:aws:ssm:eu-west-1:111111111111:parameter/delivery/dev/orders"),
      true,
    ],
    [
      "reads another parameter",
      ask("ssm:GetParameter", "arn:aws:ssm:eu-west-1:111111111111:parameter/dev/orders/password"),
      false,
    ],
    [
      "reads secrets",
      ask("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:1:secret:x"),
      false,
    ],
    [
      "shifts traffic itself",
      ask("elasticloadbalancing:ModifyRule", "arn:aws:elasticloadbalancing:eu-west-1:1:listener-rule/x"),
      false,
    ],
    ["scales", ask("application-autoscaling:RegisterScalableTarget", "*"), false],
    [
      "reads its logs",
      ask(
        "logs:GetLogEvents",
        "arn:aws:logs:eu-west-1:111111111111:log-group:/ecs/dev/orders:log-stream:orders/orders/1",
      ),
      true,
    ],
    [
      "reads another service's logs",
      ask("logs:FilterLogEvents", "arn:aws:logs:eu-west-1:111111111111:log-group:/ecs/dev/orders-2:*"),
      false,
    ],
  ])("%s: %#", (_, request, expected) => {
    expect(isAllowed(rolling, request)).toBe(expected);
  });
});

describe("The controller of a service", () => {
  const group = "arn:aws:codedeploy:eu-west-1:111111111111:deploymentgroup";
  const mine = aCodeDeployTarget().codedeploy;
  const update = ask("ecs:UpdateService", `${ecs}:service/dev/orders`, { ...inDev, ...release });
  const create = ask("codedeploy:CreateDeployment", `${group}:${mine?.application}/${mine?.deploymentGroup}`);

  test.each<readonly [string, readonly AllowedActions[], IamRequest, boolean]>([
    ["ECS: the role updates the service", rolling, update, true],
    ["ECS: the role creates no deployment of CodeDeploy", rolling, create, false],
    ["CodeDeploy: the role creates deployments", codedeploy, create, true],
    ["CodeDeploy: the role does not update the service", codedeploy, update, false],
    [
      "CodeDeploy: the role creates no deployment of another group",
      codedeploy,
      ask("codedeploy:CreateDeployment", `${group}:dev-cart/cart`),
      false,
    ],
  ])("%s", (_, statements, request, expected) => {
    expect(isAllowed(statements, request)).toBe(expected);
  });
});

describe("The table of permissions", () => {
  const actions = deployPermissionTable.flatMap((permission) => permission.actions);

  test("has names that IAM takes, each once", () => {
    const names = deployPermissionTable.map(({ sid }) => sid);
    expect(names.filter((name) => !/^[A-Za-z0-9]+$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("has no wildcard in an action", () => {
    expect(actions.filter((action) => action.includes("*"))).toEqual([]);
  });

  test("says why wherever it names no resource", () => {
    const open = deployPermissionTable.filter((row) => row.resources(aCodeDeployTarget()).includes("*"));
    expect(open.filter(({ why }) => !/AWS knows/.test(why)).map(({ sid }) => sid)).toEqual([]);
  });

  test("has resources for every target", () => {
    const empty = [...rolling, ...codedeploy].filter(({ resources }) => resources.length === 0);
    expect(empty.map(({ sid }) => sid)).toEqual([]);
  });

  /** What AWS asks for besides, on behalf of an operation. */
  const dependent = [
    "iam:PassRole",
    "codedeploy:GetDeploymentConfig",
    "codedeploy:RegisterApplicationRevision",
  ];

  test("has what the adapters of deploy/aws ask for, and nothing more", () => {
    expect([...new Set(actions)].filter((action) => !dependent.includes(action)).sort()).toEqual(askedFor());
  });
});

/** Every operation that `deploy/aws/` sends, as an action; each by the client that was imported last before it. */
function askedFor(): string[] {
  const folder = join(__dirname, "..", "..", "deploy", "aws");
  const found = readdirSync(folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    let prefix: string | undefined;
    return [
      ...text.matchAll(/import\("@aws-sdk\/client-([a-z0-9-]+)"\)|new (?:sdk\.)?([A-Z]\w+)Command\(/g),
    ].flatMap(([, client, operation]) => {
      if (client !== undefined) prefix = prefixes[client];
      return operation === undefined ? [] : [`${prefix}:${operation}`];
    });
  });
  return [...new Set(found)].filter((action) => !action.startsWith("sts:")).sort();
}

/** IAM's names of services; nobody needs a permission for what is asked of STS. */
const prefixes: Readonly<Record<string, string>> = {
  cloudwatch: "cloudwatch",
  "cloudwatch-logs": "logs",
  codedeploy: "codedeploy",
  ecr: "ecr",
  ecs: "ecs",
  "elastic-load-balancing-v2": "elasticloadbalancing",
  ssm: "ssm",
  sts: "sts",
};
