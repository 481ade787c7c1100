import {
  deploymentKind,
  ignoredAttributes,
  ownership,
  type DeploymentKind,
  type OwnedResource,
} from "../../contract/ownership";
import { rolling, shifting } from "../support/a-deployment";

const kinds: readonly DeploymentKind[] = ["rolling", "ecs-native", "codedeploy"];

describe("ignoredAttributes", () => {
  test.each<[OwnedResource, DeploymentKind, boolean, string[]]>([
    ["service", "rolling", false, ["task_definition"]],
    ["service", "rolling", true, ["task_definition", "desired_count"]],
    ["service", "ecs-native", false, ["task_definition", "load_balancer"]],
    ["service", "ecs-native", true, ["task_definition", "desired_count", "load_balancer"]],
    ["service", "codedeploy", false, ["task_definition", "load_balancer"]],
    ["service", "codedeploy", true, ["task_definition", "desired_count", "load_balancer"]],
    ["listener-rule", "rolling", false, []],
    ["listener-rule", "ecs-native", false, ["action"]],
    ["listener-rule", "codedeploy", true, ["action"]],
  ])("of a %s with %s deployments, autoscaled: %p, are %j", (resource, kind, isAutoscaled, attributes) => {
    expect(ignoredAttributes(resource, kind, { isAutoscaled })).toEqual(attributes);
  });
});

describe("While a service moves to another strategy, Terraform leaves alone", () => {
  test.each<[OwnedResource, DeploymentKind, string[]]>([
    ["service", "rolling", ["task_definition"]],
    ["service", "ecs-native", ["task_definition"]],
    ["listener-rule", "ecs-native", []],
  ])("of a %s with %s deployments %j", (resource, kind, attributes) => {
    expect(ignoredAttributes(resource, kind, { isAutoscaled: false, isMoving: true })).toEqual(attributes);
  });
});

describe("deploymentKind", () => {
  test.each([
    [rolling(), "rolling"],
    [shifting("blue-green"), "ecs-native"],
    [shifting("canary"), "ecs-native"],
    [shifting("linear", { controller: "codedeploy" }), "codedeploy"],
  ])("of %j is %s", (deployment, kind) => {
    expect(deploymentKind(deployment)).toBe(kind);
  });
});

describe("ownership", () => {
  test("has one row for each attribute", () => {
    const attributes = ownership.map(({ resource, attribute }) => `${resource}.${attribute}`);
    expect(new Set(attributes).size).toBe(attributes.length);
  });

  test.each(kinds)("never leaves the image of a running service to Terraform with %s deployments", (kind) => {
    const row = ownership.find(({ attribute }) => attribute === "task_definition");
    expect(row?.owners[kind]).not.toBe("terraform");
  });

  test("says why for each attribute", () => {
    expect(ownership.filter(({ reason }) => !/^[A-Z].+\.$/.test(reason))).toEqual([]);
  });
});
