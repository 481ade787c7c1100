import { formatGiven, type Problem } from "../../problems/problem";
import { asObject, type Stack } from "./stack";

/** Sources of the providers that Terraform finds without a registry: ours, and its own. */
const served =
  /^((registry\.(terraform|opentofu)\.(io|org)\/)?(hashicorp\/)?(aws|vault)|terraform\.io\/builtin\/terraform)$/;

/** What of a stack only a registry has, unless Terraform's settings name a mirror: the likely reason why its `init` fails offline. */
export function notServedOffline({ configuration }: Stack): readonly Problem[] {
  const required = asObject(configuration.terraform?.required_providers);
  const sources = Object.entries(required).map(([name, given]) => [name, sourceOf(name, given)] as const);
  const implied = Object.keys(configuration.resource ?? {})
    .map((type) => type.slice(0, type.indexOf("_")))
    .filter((name) => !(name in required) && name !== "terraform")
    .map((name) => [name, name] as const);
  const providers = [...sources, ...new Map(implied)].filter(([, source]) => !served.test(source));
  const modules = Object.entries(configuration.module ?? {})
    .map(([name, given]) => [name, String(asObject(given)["source"])] as const)
    .filter(([, source]) => !/^\.{0,2}\//.test(source));
  return [
    ...providers.map(([name, source]) => ({
      where: `provider ${name}`,
      must: "must be hashicorp/aws or hashicorp/vault, the only ones that are served offline",
      got: formatGiven(source),
      advice: "Leave its resources out, let Terraform's settings name a mirror that has it, or plan online.",
    })),
    ...modules.map(([name, source]) => ({
      where: `module ${name}`,
      must: "must lie in a local folder",
      got: formatGiven(source),
      advice: "Copy the module into the project, or plan online.",
    })),
  ];
}

function sourceOf(name: string, given: unknown): string {
  const { source } = asObject(given);
  return typeof source === "string" ? source : name;
}
