import { containerDefinitions } from "../../../../offline/rules/services/container-definitions";
import { unknown, type Value, type Values } from "../../../../offline/values/value";
import { aChange, codes, refusals } from "../../../support/a-cloud";

const app = { name: "app", image: "nginx" };

function task(containers: Value, more: Values = {}) {
  return aChange("aws_ecs_task_definition", {
    network_mode: "awsvpc",
    cpu: "256",
    memory: "512",
    execution_role_arn: null,
    container_definitions: JSON.stringify(containers),
    ...more,
  });
}

describe("Container definitions", () => {
  test.each<[string, Value, Values]>([
    ["a plain container", [app], {}],
    ["equal ports", [{ ...app, portMappings: [{ containerPort: 80, hostPort: 80 }] }], {}],
    ["no host port", [{ ...app, portMappings: [{ containerPort: 80 }] }], {}],
    [
      "another host port on instances",
      [{ ...app, portMappings: [{ containerPort: 80, hostPort: 8080 }] }],
      { network_mode: "bridge" },
    ],
    ["a sidecar that is not essential", [app, { ...app, name: "sidecar", essential: false }], {}],
    ["all of the memory", [{ ...app, memory: 512 }], {}],
    [
      "more than the memory, reserved less",
      [
        { ...app, memory: 512, memoryReservation: 256 },
        { ...app, name: "b", memory: 256 },
      ],
      {},
    ],
    ["a mounted volume", [{ ...app, mountPoints: [{ sourceVolume: "tmp" }] }], { volume: [{ name: "tmp" }] }],
    [
      "secrets with a role not known yet",
      [{ ...app, secrets: [{ name: "A" }] }],
      { execution_role_arn: unknown },
    ],
    [
      "dependencies in a row",
      [
        { ...app, dependsOn: [{ containerName: "b" }] },
        { ...app, name: "b" },
      ],
      {},
    ],
    ["sizes that are not known yet", [{ ...app, cpu: 1024 }], { cpu: unknown }],
    ["unknown", null, { container_definitions: unknown }],
  ])("are accepted: %s", (_, containers, more) => {
    expect(codes(containerDefinitions, task(containers, more))).toEqual([]);
  });

  test.each<[string, Value, Values, RegExp]>([
    ["not JSON", null, { container_definitions: "[{" }, /not a JSON list/],
    ["not a list", { containers: [] }, {}, /not a JSON list/],
    ["no container", [], {}, /at least one container/],
    ["no image", [{ name: "app" }], {}, /^Container.image should not be null or empty.$/],
    ["no name", [{ image: "nginx" }], {}, /^Container.name/],
    ["the same name twice", [app, app], {}, /'app' is used more than once/],
    ["none essential", [{ ...app, essential: false }], {}, /essential/],
    ["eleven", Array.from({ length: 11 }, (_, at) => ({ ...app, name: `a${at}` })), {}, /Too many/],
    ["too much CPU", [{ ...app, cpu: 257 }], {}, /^Invalid 'cpu' setting for task/],
    [
      "too much memory together",
      [
        { ...app, memory: 512 },
        { ...app, name: "b", memory: 1 },
      ],
      {},
      /^Invalid 'memory'/,
    ],
    [
      "another host port",
      [{ ...app, portMappings: [{ containerPort: 80, hostPort: 8080 }] }],
      {},
      /host ports and container ports in port mappings must match/,
    ],
    [
      "a mount without volume",
      [{ ...app, mountPoints: [{ sourceVolume: "tmp" }] }],
      {},
      /^Unknown volume 'tmp'.$/,
    ],
    ["secrets without role", [{ ...app, secrets: [{ name: "A" }] }], {}, /'executionRoleArn'/],
    [
      "a dependency that is not there",
      [{ ...app, dependsOn: [{ containerName: "b" }] }],
      {},
      /depends on container 'b'/,
    ],
    [
      "a cycle",
      [
        { ...app, dependsOn: [{ containerName: "b" }] },
        { ...app, name: "b", dependsOn: [{ containerName: "app" }] },
      ],
      {},
      /cycle.*app, b/,
    ],
    [
      "too long",
      [{ ...app, environment: [{ name: "A", value: "x".repeat(65_536) }] }],
      {},
      /Max allowed length is '65536' bytes/,
    ],
  ])("are refused: %s", (_, containers, more, message) => {
    const refused = refusals(containerDefinitions, task(containers, more));
    expect(refused).toEqual([
      expect.objectContaining({ code: "ClientException", message: expect.stringMatching(message) }),
    ]);
  });
});
