import { type CloudResource } from "../../cloud/cloud-resource";
import { dependents, nameSome, type References } from "../reading/dependents";
import { groupRuleTypes } from "./group-rule";
import { text } from "../../values/reading";
import { others } from "../reading/others";
import { type Change, type Rule } from "../rule";

/** What has network interfaces in groups, and inline rules of other groups. */
const users: References = {
  aws_security_group: ["ingress.security_groups", "egress.security_groups"],
  aws_lb: ["security_groups"],
  aws_ecs_service: ["network_configuration.security_groups"],
  aws_db_instance: ["vpc_security_group_ids"],
  aws_rds_cluster: ["vpc_security_group_ids"],
  aws_vpc_endpoint: ["security_group_ids"],
  aws_lambda_function: ["vpc_config.security_group_ids"],
  aws_instance: ["vpc_security_group_ids"],
  aws_network_interface: ["security_groups"],
  aws_elasticache_cluster: ["security_group_ids"],
  aws_elasticache_replication_group: ["security_group_ids"],
  aws_efs_mount_target: ["security_groups"],
};

/** A group is deleted once no interface is in it and no other group's rule refers to it. */
export const securityGroupInUse: Rule = {
  id: "security-group-in-use",
  types: ["aws_security_group"],
  actions: ["delete"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSecurityGroup.html",
  check(change) {
    const id = text(change.values, "id");
    if (id === undefined) return [];
    const found = [...dependents(change, users, id), ...rulesOfOthers(change, id)];
    if (found.length === 0) return [];
    return [
      {
        code: "DependencyViolation",
        message: `resource ${id} has a dependent object`,
        advice: `${nameSome(found)} still uses it. Move or delete that first.`,
      },
    ];
  },
};

function rulesOfOthers(change: Change, id: string): readonly CloudResource[] {
  return groupRuleTypes
    .flatMap((type) => others(change, type))
    .filter(({ values }) => text(values, "referenced_security_group_id")?.split("/").at(-1) === id)
    .filter(({ values }) => text(values, "security_group_id") !== id);
}
