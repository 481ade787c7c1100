import type { Service } from "@aws-sdk/client-ecs";
import { PreconditionError } from "../precondition-error";
import type { Facts } from "../preconditions/facts";

/** The service, which Terraform must have made. @throws PreconditionError when there is none */
export async function findService({ target, service }: Facts): Promise<Service> {
  const found = await service();
  if (found?.status === "ACTIVE") return found;
  const { environment, cluster, serviceName } = target;
  throw new PreconditionError(`${environment}/${target.service}`, [
    {
      where: `ECS service ${cluster}/${serviceName}`,
      must: "must be active",
      got: found?.status ?? "nothing",
      advice: `Apply the stack ${environment}-services; the command changes services and does not create them.`,
    },
  ]);
}
