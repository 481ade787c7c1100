import { type DeclaredPath } from "../../../contract/environment-declaration";
import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { closedWays } from "../../network/explain";
import { type NetworkNode } from "../../network/network";
import { type ReadNetwork, readNetwork } from "../../network/read-network";
import { type Rule, type RuleProblem, type Verdict } from "../rule";
import { carries, describeDeclared } from "./declared-paths";

export const declaredPathOpen: Rule = {
  id: "declared-path-open",
  title: "Every declared path exists",
  severity: "error",
  controls: [],
  page: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
  why: "A call over a path with a half missing gets no answer: it fails when it times out, in the running service.",
  fix: "Add the half that is missing, or take the edge out of the environment file.",
  check: (environment) => {
    const network = readNetwork(environment);
    return (environment.declaration?.paths ?? []).flatMap((declared): Verdict[] => {
      const [from, to] = [declared.from, declared.to].map((end) => nodeOf(network, end));
      const resource = to?.resource ?? from?.resource ?? anyResource(environment);
      if (!resource) return [];
      if (network.paths.some((path) => carries(path, declared))) return [{ resource }];
      return [{ resource, problem: problemOf(network, declared, from, to) }];
    });
  },
};

function problemOf(
  network: ReadNetwork,
  declared: DeclaredPath,
  from: NetworkNode | undefined,
  to: NetworkNode | undefined,
): RuleProblem {
  const must = `must be reached: ${describeDeclared(declared)} (${declared.reason})`;
  if (!from || !to) return { must, got: `no ${from ? declared.to : declared.from} in these files` };
  const { through } = declared;
  if (
    through !== undefined &&
    !network.forwards.some((one) => one.target === to && one.balancer.name === through)
  ) {
    return { must, got: `no listener of ${through} that forwards to ${declared.to}` };
  }
  const ways = closedWays(network, from, to, declared.port);
  const way = ways.find((one) => one.through?.name === through) ?? ways[0];
  // What a listener forwards is not what is missing.
  const [first, ...others] = way?.obstacles.filter(({ step }) => step !== "listener") ?? [];
  if (!first) return { must, got: "a path by another way only" };
  const place = first.resource ? `${first.resource.place} ` : "";
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  const advice = `\`ecs-env reach ${declared.from} ${declared.to}\` tells what is missing.`;
  return { must, got: `${place}${first.text}${more}`, advice };
}

function nodeOf({ nodes }: ReadNetwork, name: string): NetworkNode | undefined {
  return nodes.find((node) => [node.name, node.resource?.place, node.resource?.address].includes(name));
}

/** A declaration that names nothing of these files must not go unnoticed. */
function anyResource(environment: EnvironmentFiles): Resource | undefined {
  return environment.all("aws_vpc")[0] ?? environment.resources[0];
}
