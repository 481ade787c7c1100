import type { Attributes, Synthesis, TerraformType } from "../../testing/synthesis";

/** A resource of one of an environment's stacks, for example `network/aws_lb.public_load_balancer`. */
export interface PlacedResource {
  readonly place: string;
  readonly stack: string;
  readonly attributes: Attributes;
}

/** All stacks of one environment. */
export class EnvironmentStacks {
  constructor(
    private readonly environment: string,
    private readonly stacks: readonly Synthesis[],
  ) {}

  /** Everything that Terraform gets, stack by stack. */
  configurations(): Synthesis["configuration"][] {
    return this.stacks.map(({ configuration }) => configuration);
  }

  /** Resources of a type in all stacks. */
  all(type: TerraformType): readonly PlacedResource[] {
    return this.stacks.flatMap((stack) =>
      Object.entries(stack.resources(type)).map(([name, attributes]) => ({
        place: `${this.shortName(stack)}/${type.tfResourceType}.${name}`,
        stack: this.shortName(stack),
        attributes,
      })),
    );
  }

  private shortName({ stackName }: Synthesis): string {
    return stackName.slice(this.environment.length + 1);
  }
}
