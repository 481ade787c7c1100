import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { attachedTo } from "./attached-to";
import { judge, type AttributeDemand } from "./attribute-rule";
import { type Rule, type RuleDescription, type Verdict } from "./rule";

/** What must be attached to some resources, and what must hold of it. */
export interface AttachmentExpectation extends RuleDescription {
  readonly onlyProduction?: true;
  readonly type: string;
  /** Attribute with the name by which the attached one may call it. */
  readonly name: string;
  /** Type of what is attached. */
  readonly attached: string;
  /** Attribute of the attached one that says what it belongs to. */
  readonly by: string;
  /** What must hold of the attached one. */
  readonly demands?: readonly AttributeDemand[];
  /** Which of the resources it is about; all when absent. */
  readonly isAbout?: (resource: Resource, environment: EnvironmentFiles) => boolean;
}

/** A rule about something that is a resource of its own, such as the versioning of a bucket. */
export function attachmentRule(expectation: AttachmentExpectation): Rule {
  const { type, name, attached, by, demands = [], isAbout, ...rule } = expectation;
  return {
    ...rule,
    check: (environment) =>
      environment
        .all(type)
        .filter((owner) => isAbout?.(owner, environment) ?? true)
        .flatMap((owner): readonly Verdict[] => {
          const found = attachedTo(owner, environment.all(attached), { by, name });
          if (found.length === 0) return [withoutAttachment(owner, attached)];
          const wrong = found
            .flatMap((one) => demands.map((demand) => judge(one, demand)))
            .filter(({ problem }) => problem);
          return wrong.length > 0 ? wrong : [{ resource: owner }];
        }),
  };
}

/** The verdict on a resource without what must be attached to it. */
export function withoutAttachment(resource: Resource, attached: string): Verdict {
  return { resource, problem: { must: `must have ${attached}`, got: "none that names it" } };
}
