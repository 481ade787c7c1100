import { type Estate as ConfiguredEstate } from "../../config/environment";
import { type EnvironmentDeclaration } from "../../contract/environment-declaration";
import { estate as ourEstate } from "../../environments";
import { buildApp } from "../../stacks/build-app";
import { prepareStacks } from "../../stacks/prepare-stacks";
import { environmentOf } from "../../terraform/stacks/select-stacks";
import { type Stack, type StackConfiguration } from "../../terraform/stacks/stack";
import { type EnvironmentFiles, type Estate } from "../../verify/estate/estate";
import { readEstate } from "../../verify/estate/read-estate";
import { type Resource } from "../../verify/estate/resource";
import { type ReadableStack } from "../../verify/estate/stack-files";

/** Bodies by address, as Terraform JSON writes them: `"aws_lb.public"`, `"data.aws_vpc.shared"`. */
export type Bodies = Readonly<Record<string, unknown>>;

export interface TestEnvironment {
  readonly production?: boolean;
  readonly declaration?: EnvironmentDeclaration;
  readonly locals?: Readonly<Record<string, unknown>>;
  readonly provider?: Readonly<Record<string, unknown>>;
  /** Settings of Terraform itself, such as the backend. */
  readonly terraform?: StackConfiguration["terraform"];
  /** Modules that could be read, by the name of their call. */
  readonly modules?: ReadableStack["modules"];
}

/** An environment `test` of one stack, `test-all`, with hand-written resources. */
export function environmentWith(bodies: Bodies, given: TestEnvironment = {}): EnvironmentFiles {
  const { locals, provider, terraform, modules, production, declaration } = given;
  const configuration = {
    ...sorted(bodies),
    ...(locals && { locals }),
    ...(provider && { provider }),
    ...(terraform && { terraform }),
  };
  const stack = { name: "test-all", folder: "/test-all", dependencies: [], configuration, modules };
  const settings = { ...(production !== undefined && { production }), ...(declaration && { declaration }) };
  return only(readEstate([stack], { test: settings }).environments);
}

/** The resource at an address of such an environment. */
export function resourceAt(environment: EnvironmentFiles, address: string): Resource {
  return only(
    environment.stacks.flatMap(({ resources }) => resources).filter((one) => one.address === address),
  );
}

function sorted(bodies: Bodies): StackConfiguration {
  const configuration: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [address, body] of Object.entries(bodies)) {
    const isData = address.startsWith("data.");
    const [type = "", name = ""] = address.replace(/^data\./, "").split(".");
    if (type === "module") {
      (configuration["module"] ??= {})[name] = { ...Object(body) };
      continue;
    }
    const types = (configuration[isData ? "data" : "resource"] ??= {});
    (types[type] ??= {})[name] = body;
  }
  return configuration;
}

let ours: readonly Stack[] | undefined;

/** The stacks of this repository's environments, as cdktf would write them. */
export function ourStacks(): readonly Stack[] {
  return (ours ??= stacksOf(ourEstate));
}

/** The stacks of any environments, as cdktf would write them. */
export function stacksOf(estate: ConfiguredEstate): readonly Stack[] {
  const byEnvironment = new Map<string, string[]>();
  return prepareStacks(buildApp(estate)).map((stack) => {
    const name = stack.node.id;
    const before = byEnvironment.get(environmentOf(name)) ?? [];
    byEnvironment.set(environmentOf(name), [...before, name]);
    const configuration: StackConfiguration = JSON.parse(JSON.stringify(stack.toTerraform()));
    return { name, folder: `/cdktf.out/stacks/${name}`, dependencies: before, configuration };
  });
}

/** This repository's estate, read anew: nothing that a test asks of it stays for the next one. */
export function verifiedEstate(stacks = ourStacks()): Estate {
  return readEstate(stacks);
}

/** Stacks with a change, made on a copy: the way to plant an error. */
export function withChange(
  stackName: string,
  change: (configuration: Record<string, Record<string, Record<string, Record<string, unknown>>>>) => void,
): readonly Stack[] {
  return ourStacks().map((stack) => {
    if (stack.name !== stackName) return stack;
    const configuration = JSON.parse(JSON.stringify(stack.configuration));
    change(configuration);
    return { ...stack, configuration };
  });
}

function only<T>(items: readonly T[]): T {
  const [one, ...others] = items;
  if (one === undefined || others.length > 0) throw new Error(`${items.length} instead of one`);
  return one;
}
