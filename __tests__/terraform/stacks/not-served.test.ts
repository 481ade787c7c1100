import { notServedOffline } from "../../../terraform/stacks/not-served";
import { type StackConfiguration } from "../../../terraform/stacks/stack";
import { aStack } from "../a-stack";

const placesIn = (configuration: StackConfiguration) =>
  notServedOffline(aStack("dev", [], configuration)).map(({ where, got }) => `${where} ${got}`);

const requiring = (source: string) => ({ terraform: { required_providers: { it: { source } } } });

describe("What is not served offline", () => {
  test.each([
    "aws",
    "hashicorp/aws",
    "registry.terraform.io/hashicorp/aws",
    "registry.opentofu.org/hashicorp/aws",
    "hashicorp/vault",
  ])("is not the provider %s", (source) => {
    expect(placesIn(requiring(source))).toEqual([]);
  });

  test.each(["hashicorp/random", "acme/aws"])("is the provider %s", (source) => {
    expect(placesIn(requiring(source))).toEqual([`provider it "${source}"`]);
  });

  test("is the provider that a resource's type implies", () => {
    const resource = { aws_vpc: {}, terraform_data: {}, random_id: {}, random_pet: {} };
    expect(placesIn({ terraform: { required_providers: { aws: { source: "aws" } } }, resource })).toEqual([
      'provider random "random"',
    ]);
  });

  test("is a module of a registry, and none of a folder", () => {
    const module = { vpc: { source: "terraform-aws-modules/vpc/aws" }, own: { source: "./modules/own" } };
    expect(placesIn({ module })).toEqual(['module vpc "terraform-aws-modules/vpc/aws"']);
  });
});
