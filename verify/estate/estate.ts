import { type EnvironmentDeclaration } from "../../contract/environment-declaration";
import { type Resource } from "./resource";
import { type StackFiles } from "./stack-files";

/** Everything that was synthesized, grouped by environment. */
export interface Estate {
  readonly environments: readonly EnvironmentFiles[];
}

/** What was synthesized for one environment: its stacks, with references between them resolved. */
export class EnvironmentFiles {
  private readonly byType = new Map<string, Resource[]>();

  constructor(
    readonly name: string,
    readonly stacks: readonly StackFiles[],
    /** What may reach whom; absent where neither the stacks nor `verify.json` say it. */
    readonly declaration: EnvironmentDeclaration | undefined,
    /** Whether the stricter rules of production hold. */
    readonly isProduction: boolean,
  ) {
    for (const resource of stacks.flatMap(({ resources }) => resources)) {
      const key = `${resource.mode} ${resource.type}`;
      const found = this.byType.get(key);
      if (found) found.push(resource);
      else this.byType.set(key, [resource]);
    }
  }

  /** Resources of some types in all stacks, in the order of the stacks. */
  all(...types: readonly string[]): readonly Resource[] {
    return types.flatMap((type) => this.byType.get(`managed ${type}`) ?? []);
  }

  /** Data sources of a type. */
  data(type: string): readonly Resource[] {
    return this.byType.get(`data ${type}`) ?? [];
  }

  /** Every managed resource. */
  get resources(): readonly Resource[] {
    return this.stacks.flatMap(({ resources }) => resources.filter(({ mode }) => mode === "managed"));
  }

  /** The resource at `dev-network/aws_lb.public`. */
  at(place: string): Resource | undefined {
    return this.stacks.flatMap(({ resources }) => resources).find((resource) => resource.place === place);
  }
}
