import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { blocksOf } from "../../values/plain-values";
import { referredTo } from "../../values/points-to";
import { targetGroupTypes } from "../balancing/balancers";
import { type Container, containersOf } from "./containers-of";
import { tasksByService } from "./services";

/** A service behind a target group. */
export interface BalancedService {
  readonly service: Resource;
  readonly targetGroup: Resource;
  /** The containers that may get the requests: of each of the service's task definitions. */
  readonly containers: readonly Container[];
  /** Those with everything that runs beside them. */
  readonly allContainers: readonly Container[];
}

/** Services with their target groups, as far as the files tell both. */
export function balancedServices(environment: EnvironmentFiles): readonly BalancedService[] {
  return [...tasksByService(environment)].flatMap(([service, tasks]) => {
    const allContainers = tasks.flatMap((task) => containersOf(task) ?? []);
    return blocksOf(service.values, "load_balancer").flatMap(
      ({ target_group_arn: arn, container_name: name }) =>
        referredTo(arn, ...targetGroupTypes).map((targetGroup) => ({
          service,
          targetGroup,
          containers: allContainers.filter((container) => container.name === name),
          allContainers,
        })),
    );
  });
}
