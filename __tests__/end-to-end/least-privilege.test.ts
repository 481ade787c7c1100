import { AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { deployStatements } from "../../contract/deploy-permissions";
import { DeliveredEstate } from "../support/end-to-end/delivered-estate";
import { DeployRole, tokenOf, trusts, type TokenClaims } from "../support/end-to-end/deploy-role";
import { tokenOfMain, twoControllers } from "../support/end-to-end/two-controllers";
import { checksOf } from "../support/local-aws/iam/checks";
import { allowing, type Statement } from "../support/local-aws/iam/policy";
import { describeWithTerraform } from "../support/terraform";

const account = "111111111111";
const tooling = "999999999999";

/** Every command, and every way in which a deployment goes wrong that has calls of its own; with the exit code of each. */
const story = [
  { exit: 0, words: ["doctor"] },
  { exit: 0, words: ["deploy", "--image", "one"] },
  { exit: 0, words: ["deploy", "--image", "two"] },
  { exit: 0, words: ["status"] },
  { exit: 0, words: ["history"] },
  { exit: 0, words: ["sync"] },
  { exit: 0, words: ["rollback"] },
  { exit: 0, words: ["wait"] },
  { exit: 1, words: ["deploy", "--image", "broken"], next: "crashes" },
  { exit: 0, words: ["logs"] },
  // Not healthy in its time: the command stops it.
  { exit: 1, words: ["deploy", "--image", "stuck", "--timeout", "0.02"], next: "hangs" },
  { exit: 0, words: ["run", "--", "npm", "run", "migrate"] },
  { exit: 130, words: ["run", "--", "sleep", "1000"], interrupted: true },
] as const;

const polling = ["deploy", "sync", "rollback", "wait", "run"];

describeWithTerraform("The deploy role that terraform made", () => {
  let world: DeliveredEstate;
  const roles: Record<string, DeployRole> = {};
  const exits: Record<string, readonly (number | null)[]> = {};
  beforeAll(async () => {
    world = await DeliveredEstate.apply(twoControllers());
    await Promise.all(
      ["orders", "carts"].map(async (service) => {
        const role = new DeployRole(world, account, `dev-${service}-deploy`);
        roles[service] = role;
        exits[service] = await tell(service, role);
      }),
    );
  }, 180_000);
  afterAll(() => world.stop());

  async function tell(service: string, role: DeployRole): Promise<readonly (number | null)[]> {
    const state = world.aws.service("dev", service);
    for (const tag of ["one", "two", "broken", "stuck"]) world.aws.pushImage(service, { tag });
    const env = role.env(tokenOfMain);
    const statuses: (number | null)[] = [];
    for (const step of story) {
      const [command, ...rest] = step.words;
      if ("next" in step) state.next(step.next);
      if ("interrupted" in step) state.nextTask({ beats: 10_000 });
      const poll = polling.includes(command) ? ["--poll", "0.05"] : [];
      const ending = { signal: "SIGINT", after: "the task is started" } as const;
      const { status } = await world.ecsEnv(
        account,
        [command, "--env", "dev", "--service", service, ...poll, ...rest],
        { env, ...("interrupted" in step && { ending }) },
      );
      statuses.push(status);
    }
    return statuses;
  }

  const statementsOf = (service: string) => roles[service]?.statements ?? [];
  const checksSoFar = (service: string) => roles[service]?.checks() ?? [];

  describe.each(["orders", "carts"])("of %s", (service) => {
    test("has the statements that its delivery target leads to", () => {
      const { target } = world.aws.service("dev", service);
      expect(statementsOf(service).map(inOrder)).toEqual(deployStatements(target).map(inOrder));
    });

    test("is enough for every command", () => {
      expect(roles[service]?.refusals()).toEqual([]);
      expect(exits[service]).toEqual(story.map(({ exit }) => exit));
    });

    test("has no statement, no action and no resource that no command needs", () => {
      const checks = checksSoFar(service);
      const isEnough = (statements: readonly Statement[]) =>
        checks.every((check) => allowing(statements, check));
      const needless = smaller(statementsOf(service)).filter(({ statements }) => isEnough(statements));
      expect(isEnough(statementsOf(service))).toBe(true);
      expect(needless.map(({ without }) => without)).toEqual([]);
    });

    test("may do what it did through the repository's own policy, too", () => {
      const [repository] = policiesOf(service);
      const actions = new Set(
        checksSoFar(service)
          .map(({ action }) => action)
          .filter(isOfRegistry),
      );
      const refused = [...actions].filter((action) => !letsIn(repository, service, action));
      expect([actions.size, refused]).toEqual([4, []]);
    });

    test("is not let in by the policy of another service's repository to record anything", () => {
      const [repository] = policiesOf("bills");
      expect(letsIn(repository, service, "ecr:PutImage")).toBe(false);
    });
  });

  function policiesOf(service: string): readonly string[] {
    return world
      .existing(tooling, "aws_ecr_repository_policy")
      .filter(({ values }) => values["repository"] === service)
      .map(({ values }) => String(values["policy"]));
  }

  function letsIn(policy: string | undefined, service: string, action: string): boolean {
    const principal = `arn:aws:iam::${account}:root`;
    return trusts(policy ?? "", { principal, action }, { "aws:PrincipalArn": [roles[service]?.arn ?? ""] });
  }

  const cluster = "dev";
  const service = "orders";
  const image = (repositoryName: string) => ({ registryId: tooling, repositoryName, imageTag: "dev" });
  const update = (taskDefinition: string) => ({ cluster, service, taskDefinition });
  const group = { applicationName: "dev-carts", deploymentGroupName: "dev-carts" };
  test.each<[string, boolean, string, object]>([
    ["its service", true, "ecs:UpdateService", update("dev-orders:1")],
    ["another service", false, "ecs:UpdateService", { ...update("dev-orders:1"), service: "bills" }],
    ["a revision of another family", false, "ecs:UpdateService", update("dev-bills:1")],
    ["no revision at all", false, "ecs:UpdateService", { cluster, service, desiredCount: 0 }],
    ["another cluster", false, "ecs:UpdateService", { ...update("dev-orders:1"), cluster: "other" }],
    ["its family and roles", true, "ecs:RegisterTaskDefinition", passing("dev-orders-task")],
    ["another family", false, "ecs:RegisterTaskDefinition", { family: "dev-bills" }],
    ["the role of another service", false, "ecs:RegisterTaskDefinition", passing("dev-bills-task")],
    ["a role of people", false, "ecs:RegisterTaskDefinition", passing("Administrator")],
    ["its family", true, "ecs:RunTask", { cluster, taskDefinition: "dev-orders:1" }],
    ["another family", false, "ecs:RunTask", { cluster, taskDefinition: "dev-bills:1" }],
    ["a task of the service itself", false, "ecs:StopTask", { cluster, task: "0123456789abcdef" }],
    ["the tag of a healthy release", true, "ecs:TagResource", tagging("ecs-env:healthy")],
    ["a tag that nobody sets later", false, "ecs:TagResource", tagging("ecs-env:commit")],
    ["its target", true, "ssm:GetParameter", { Name: "/delivery/dev/orders" }],
    ["the target of another service", false, "ssm:GetParameter", { Name: "/delivery/dev/bills" }],
    ["its repository", true, "ecr:PutImage", image("orders")],
    ["another repository", false, "ecr:PutImage", image("bills")],
    ["another repository", false, "ecr:BatchGetImage", image("bills")],
    ["its log", true, "logs:FilterLogEvents", { logGroupName: "/ecs/dev/orders" }],
    ["the log of another service", false, "logs:FilterLogEvents", { logGroupName: "/ecs/dev/bills" }],
    ["CodeDeploy", false, "codedeploy:CreateDeployment", group],
  ])("of orders reaches %s: %s (%s)", (_, isReached, operation, input) => {
    const checks = checksOf(operation, world.aws.region(account), { ...input });
    expect(checks.every((check) => allowing(statementsOf("orders"), check))).toBe(isReached);
  });

  test.each<[string, boolean, Partial<TokenClaims>]>([
    ["of the branch that deploys it", true, {}],
    ["of another branch", false, { sub: "project_path:shop/shop:ref_type:branch:ref:feature" }],
    ["of a tag with the branch's name", false, { sub: "project_path:shop/shop:ref_type:tag:ref:main" }],
    ["of another project", false, { sub: "project_path:shop/shop2:ref_type:branch:ref:main" }],
    ["for somebody else", false, { aud: "https://vault.example.com" }],
    ["of another GitLab", false, { iss: "https://gitlab.example.com" }],
  ])("gives credentials for a token %s: %s", async (_, isTaken, claims) => {
    const sts = new STSClient({ endpoint: world.aws.url, region: "eu-west-1", maxAttempts: 1 });
    const request = new AssumeRoleWithWebIdentityCommand({
      RoleArn: roles["orders"]?.arn,
      RoleSessionName: "ci",
      WebIdentityToken: tokenOf({ ...tokenOfMain, ...claims }),
    });
    const isGiven = await sts.send(request).then(
      () => true,
      () => false,
    );
    sts.destroy();
    expect(isGiven).toBe(isTaken);
  });

  test("of one service is refused by the command for another", async () => {
    const { status, stderr } = await world.ecsEnv(account, ["status", "--env", "dev", "--service", "bills"], {
      env: roles["orders"]?.env(tokenOfMain),
    });
    expect([status, stderr]).toEqual([3, expect.stringContaining("ssm:GetParameter")]);
  });
});

/** No source says whether AWS asks for the service or for its deployment or revision here: both ARNs name the same service. */
const uncertain = ["StopDeployment", "ReadServiceRevisions"];

/** Every policy that is smaller by one statement, one action or one resource, and what it lacks. */
function smaller(statements: readonly Statement[]) {
  return statements.flatMap((statement, index) => {
    const others = statements.toSpliced(index, 1);
    const { sid, actions, resources } = statement;
    const lessActions = actions.map((action) => ({
      without: `${sid}: ${action}`,
      statements: [...others, { ...statement, actions: actions.filter((one) => one !== action) }],
    }));
    const certain = uncertain.includes(sid ?? "") ? [] : resources;
    const lessResources = certain.map((resource) => ({
      without: `${sid}: ${resource}`,
      statements: [...others, { ...statement, resources: resources.filter((one) => one !== resource) }],
    }));
    return [{ without: `${sid}`, statements: others }, ...lessActions, ...lessResources];
  });
}

/** IAM has no order of actions, resources and conditions. */
function inOrder({ sid, actions, resources, conditions = [] }: Statement) {
  const texts = conditions.map(({ test, variable, values }) => [test, variable, ...values].join(" "));
  return { sid, actions: actions.toSorted(), resources: resources.toSorted(), conditions: texts.sort() };
}

function isOfRegistry(action: string): boolean {
  return action.startsWith("ecr:");
}

function passing(role: string) {
  return { family: "dev-orders", taskRoleArn: `arn:aws:iam::${account}:role/${role}` };
}

function tagging(key: string) {
  const resourceArn = `arn:aws:ecs:eu-west-1:${account}:task-definition/dev-orders:2`;
  return { resourceArn, tags: [{ key, value: "x" }] };
}
