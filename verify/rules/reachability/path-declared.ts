import { type Path } from "../../network/network";
import { readNetwork } from "../../network/read-network";
import { type Rule, type Verdict } from "../rule";
import { describePath, isDeclaredBy, needsDeclaration } from "./declared-paths";
import { decidingResource } from "./deciding-resource";

export const pathDeclared: Rule = {
  id: "path-declared",
  title: "Every network path is one that the environment file declares",
  severity: "error",
  controls: [],
  page: "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html",
  why: "A path that nobody declared is one that nobody expects: whoever takes over the sender reaches what is behind it.",
  fix: "Remove the rule that opens it, or declare the edge in the environment file (calls, databases, outbound).",
  check: (environment) => {
    const { declaration } = environment;
    if (!declaration) return [];
    return readNetwork(environment)
      .paths.filter((path) => needsDeclaration(path) && !path.undecided)
      .flatMap((path): Verdict[] => {
        const resource = decidingResource(path);
        if (!resource) return [];
        if (declaration.paths.some((declared) => isDeclaredBy(path, declared))) return [{ resource }];
        return [{ resource, problem: problemOf(path) }];
      });
  },
};

function problemOf(path: Path) {
  return { must: "must open no path that is not declared", got: describePath(path) };
}
