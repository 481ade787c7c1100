import fc from "fast-check";
import type { EnvironmentInput } from "../../../config/define-environment";
import type { DeployerInput } from "../../../config/deployer-input";
import type { DeploymentAlarmsInput, DeploymentInput } from "../../../config/deployment-input";
import type { VaultInput } from "../../../config/environment-input";
import type { ServiceInput } from "../../../config/service-input";
import { codedeployHookStages, ecsHookStages } from "../../../contract/deployment";
import { byName, maybe, rarely } from "./words";

/** How releases reach the services of an environment; drawn after everything else, so that seeds keep their estates. */
export function withDelivery(input: EnvironmentInput): fc.Arbitrary<EnvironmentInput> {
  const names = Object.keys(input.services);
  const place = { account: input.account, region: input.region };
  const services = Object.values(input.services).map((service) =>
    fc.record({ deployment: deploymentOf(service, place), deployedBy: maybe(deployers()) }),
  );
  return fc
    .record({
      deployedBy: maybe(deployers()),
      vault: rarely(vault()),
      oidcProviders: maybe(fc.constantFrom("created" as const, "existing" as const)),
      services: fc.tuple(...services),
    })
    .map(({ services: drawn, ...fields }) => {
      const settings = Object.values(input.services).map((service, index) => ({
        ...service,
        ...drawn[index],
      }));
      // What is left out is not there, as in a file that people write.
      return JSON.parse(JSON.stringify({ ...input, ...fields, services: byName(names, settings) }));
    });
}

interface Place {
  readonly account: string;
  readonly region: string;
}

/** Shifting where config/ allows it: one route, and no scaling on requests. */
function deploymentOf(service: ServiceInput, place: Place): fc.Arbitrary<DeploymentInput | undefined> {
  const isWorker = service.kind === "worker";
  const rolling = maybe(
    fc.record({ strategy: fc.constant("rolling" as const), alarms: maybe(alarms(isWorker)) }),
  );
  const hasRoutes = service.kind === "frontend" && service.routes.length > 1;
  if (isWorker || hasRoutes || service.scaling?.requestsPerTarget !== undefined) return rolling;
  return fc.oneof(rolling, shiftingByEcs(place), shiftingByCodeDeploy(place));
}

function shiftingByEcs(place: Place): fc.Arbitrary<DeploymentInput> {
  const common = {
    controller: maybe(fc.constant("ecs" as const)),
    bakeMinutes: maybe(bake()),
    testHeader: maybe(
      fc.constantFrom({ name: "x-release", value: "7f3c9a" }, { name: "X-T", value: "${x} %{y}" }),
    ),
    hooks: maybe(hooks(place, ecsHookStages)),
    alarms: maybe(alarms(false)),
  };
  return fc.oneof(
    fc.record({ strategy: fc.constant("blue-green" as const), ...common }),
    fc.record({
      strategy: fc.constant("canary" as const),
      percent: fc.constantFrom(0.1, 5, 12.5, 100),
      canaryBakeMinutes: maybe(bake()),
      ...common,
    }),
    fc.record({
      strategy: fc.constant("linear" as const),
      stepPercent: fc.constantFrom(3, 33.3, 100),
      stepBakeMinutes: maybe(bake()),
      ...common,
    }),
  );
}

function shiftingByCodeDeploy(place: Place): fc.Arbitrary<DeploymentInput> {
  const common = {
    controller: fc.constant("codedeploy" as const),
    bakeMinutes: maybe(bake()),
    hooks: maybe(hooks(place, codedeployHookStages)),
    alarms: maybe(alarms(false)),
  };
  return fc.oneof(
    fc.record({ strategy: fc.constant("blue-green" as const), ...common }),
    fc.record({
      strategy: fc.constant("canary" as const),
      percent: fc.constantFrom(1, 10, 99),
      canaryBakeMinutes: maybe(bake()),
      ...common,
    }),
    fc.record({
      strategy: fc.constant("linear" as const),
      stepPercent: fc.constantFrom(10, 50, 99),
      stepBakeMinutes: maybe(bake()),
      ...common,
    }),
  );
}

/** Longer than all alarms that are drawn wait. */
function bake(): fc.Arbitrary<number> {
  return fc.constantFrom(4, 5, 60, 240);
}

function hooks({ account, region }: Place, stages: readonly string[]) {
  const functionArn = `arn:aws:lambda:${region}:${account}:function:smoke`;
  return fc
    .subarray([...stages], { minLength: 1 })
    .map(([first = "", ...others]) => [
      { functionArn, stages: [first] },
      ...(others.length > 0 ? [{ functionArn: `${functionArn}:live`, stages: others }] : []),
    ]);
}

function alarms(isWorker: boolean): fc.Arbitrary<DeploymentAlarmsInput> {
  return fc.record({
    names: maybe(fc.subarray(["latency", "Queue: age > 5 min", "ünï ${x}"])),
    errorPercent: isWorker ? fc.constant(undefined) : maybe(fc.constantFrom(0.1, 5, 100)),
    periodSeconds: maybe(fc.constantFrom(60, 120)),
    evaluationPeriods: fc.constantFrom(1, 2),
  });
}

function deployers(): fc.Arbitrary<readonly DeployerInput[]> {
  const uuid = "1f3e2c4d-0000-4000-8000-123456789abc";
  const uuids = { workspaceUuid: uuid, repositoryUuid: `{${uuid}}`, environmentUuid: uuid };
  const all: readonly DeployerInput[] = [
    { from: "gitlab", project: "shop/orders", branch: "main" },
    { from: "gitlab", host: "git.example.com", project: "a/b/c.d", tag: "v*" },
    { from: "github", repository: "acme/orders", environment: "production/(eu)" },
    { from: "github", repository: "acme/orders", branch: "main", ids: { owner: "1", repository: "2" } },
    { from: "bitbucket", workspace: "acme", ...uuids },
    { from: "aws", roleArn: "arn:aws:iam::999999999999:role/ci/pipeline" },
  ];
  return fc.subarray([...all]);
}

function vault(): fc.Arbitrary<VaultInput> {
  return fc.record({
    address: fc.constantFrom("https://vault.example.com", "https://vault.example.com:8200/"),
    mount: maybe(fc.constantFrom("kv", "kv/apps")),
    path: maybe(fc.constantFrom("apps/delivery")),
    namespace: maybe(fc.constant("admin/shop")),
  });
}
