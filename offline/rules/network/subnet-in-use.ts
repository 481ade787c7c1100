import { dependents, nameSome, type References } from "../reading/dependents";
import { text } from "../../values/reading";
import { type Rule } from "../rule";

/** What has network interfaces in subnets it names. Databases choose one of a group, so that nobody knows which. */
const interfaces: References = {
  aws_lb: ["subnets"],
  aws_nat_gateway: ["subnet_id"],
  aws_ecs_service: ["network_configuration.subnets"],
  aws_vpc_endpoint: ["subnet_ids"],
  aws_lambda_function: ["vpc_config.subnet_ids"],
  aws_instance: ["subnet_id"],
  aws_network_interface: ["subnet_id"],
  aws_efs_mount_target: ["subnet_id"],
};

/** A subnet is deleted once no interface is in it. */
export const subnetInUse: Rule = {
  id: "subnet-in-use",
  types: ["aws_subnet"],
  actions: ["delete"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSubnet.html",
  check(change) {
    const id = text(change.values, "id");
    const found = id === undefined ? [] : dependents(change, interfaces, id);
    if (found.length === 0) return [];
    return [
      {
        code: "DependencyViolation",
        message: `The subnet '${id}' has dependencies and cannot be deleted.`,
        advice: `${nameSome(found)} still has addresses in it. Move or delete that first.`,
      },
    ];
  },
};
