import { compareSides } from "../compare/compare-sides";
import { type ResourceChange } from "../compare/comparison";
import { type EnvironmentFiles } from "../estate/estate";
import { readEstate } from "../estate/read-estate";
import { comparePaths } from "../network/compare-paths";
import { type Path } from "../network/network";
import { formatPorts } from "../network/ports";
import { formatWay } from "../network/format-answer";
import { readNetwork } from "../network/read-network";
import { type Kind, kindOf } from "./kinds";
import { neutral, translate } from "./translate";

/** In what two environments differ, beside the words in which they always do. */
export interface Delta {
  readonly first: string;
  readonly second: string;
  readonly differences: readonly EnvironmentDifference[];
}

export interface EnvironmentDifference {
  readonly kind: Kind;
  /** Part of the environment and address, such as `network/aws_lb.public`; `paths` for what reaches what. */
  readonly place: string;
  /** Place inside the resource; absent where the whole resource is in one of the two only. */
  readonly path?: string;
  /** As it may be shown; absent where it is not there. */
  readonly first?: string;
  readonly second?: string;
}

/** What security groups let through is told once, as paths. */
const toldAsPaths = /^aws_(vpc_security_group_(in|e)gress_rule|security_group_rule)$/;

export function compareEnvironments(first: EnvironmentFiles, second: EnvironmentFiles): Delta {
  const translated = translate(first, second);
  const { stacks } = compareSides(translated, neutral(second));
  const inResources = stacks.flatMap(({ name, resources, settings }) => {
    const part = name.slice(second.name.length + 1) || name;
    return [
      ...resources
        .filter(({ type }) => !toldAsPaths.test(type))
        .flatMap((change) => differencesOf(part, change)),
      ...settings
        .filter(({ address }) => !/^output\.|^data\./.test(address))
        .flatMap((change) => differencesOf(part, { ...change, type: change.address, action: "change" })),
    ];
  });
  return {
    first: first.name,
    second: second.name,
    differences: [...pathDifferences(translated, second), ...inResources],
  };
}

type Changed = Pick<ResourceChange, "address" | "type" | "action" | "attributes">;

function differencesOf(
  part: string,
  { address, type, action, attributes }: Changed,
): EnvironmentDifference[] {
  const place = `${part}/${address}`;
  if (action === "add") return [{ kind: kindOf(type, undefined), place, second: "there" }];
  if (action === "destroy" || action === "forget")
    return [{ kind: kindOf(type, undefined), place, first: "there" }];
  return attributes.flatMap(({ path, before, after, lines }) => {
    const kind = kindOf(type, path);
    if (lines) return [{ kind, place, path, first: "other text", second: "other text" }];
    // What only follows from another difference has no value of its own.
    if (before === undefined && after === undefined) return [];
    return [
      {
        kind,
        place,
        path,
        ...(before !== undefined && { first: before }),
        ...(after !== undefined && { second: after }),
      },
    ];
  });
}

function pathDifferences(
  translated: ReturnType<typeof translate>,
  second: EnvironmentFiles,
): EnvironmentDifference[] {
  const [environment] = readEstate(
    translated.map((stack) => ({ ...stack, environment: second.name })),
  ).environments;
  if (!environment) return [];
  const { opened, closed } = comparePaths(readNetwork(environment), readNetwork(second));
  return [
    ...closed.map((path) => ({ ...pathPlace(path), first: "open" })),
    ...opened.map((path) => ({ ...pathPlace(path), second: "open" })),
  ];
}

/** Whom a service calls outside is a value of the application, such as a test system; who reaches something inside is not. */
function pathPlace(path: Path): Pick<EnvironmentDifference, "kind" | "place" | "path"> {
  const kind = path.to.kind === "block" ? "other" : "exposure";
  return { kind, place: "paths", path: `${formatWay(path)} on ${formatPorts(path.ports)}` };
}
