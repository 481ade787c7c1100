import { addEnvironment } from "../../../stacks/build-app";
import { DeliveryStack } from "../../../stacks/delivery-stack";
import { synthesizeApp } from "../../../testing/synthesize";
import { shopEstate } from "../../support/shop";
import { SimulatedApply } from "./simulated-apply";

const estate = shopEstate();

const owners = [
  ...estate.environments.map((environment) => ({
    name: environment.name,
    location: environment,
    stacks: synthesizeApp((app) => addEnvironment(app, environment)),
  })),
  {
    name: "tooling",
    location: estate.tooling,
    stacks: synthesizeApp((app) => new DeliveryStack(app, estate)),
  },
];

describe.each(owners)("What the stacks of $name refer to", ({ stacks, location: { account, region } }) => {
  const references = new SimulatedApply(stacks, { account, region, partition: "aws" }).references();

  test("is filled in by AWS, or by the configuration", () => {
    expect(references).not.toEqual([]);
    expect(references.filter(([, value]) => isNothing(value))).toEqual([]);
  });

  test("has an ARN of its own, as far as it has one", () => {
    const ofArns = references.filter(([place]) => place.endsWith(".arn"));
    expect(new Set(ofArns.map(([, arn]) => arn)).size).toBe(ofArns.length);
  });
});

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
  );
}
