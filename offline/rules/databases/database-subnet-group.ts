import { asksFor } from "../reading/asked-for";
import { byId } from "../reading/others";
import { text, texts } from "../../values/reading";
import { type Rule } from "../rule";

/** A subnet group that does not reach into two zones. */
export const databaseSubnetGroup: Rule = {
  id: "database-subnet-group",
  types: ["aws_db_subnet_group"],
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
  check(change) {
    if (!asksFor(change, "subnet_ids")) return [];
    const subnets = texts(change.values, "subnet_ids").map((id) => byId(change, "aws_subnet", id));
    const zones = new Set(subnets.map((subnet) => text(subnet?.values ?? {}, "availability_zone")));
    // Subnets that are not there are another rule's.
    if (zones.has(undefined) || zones.size === 0) return [];
    const networks = new Set(subnets.map((subnet) => text(subnet?.values ?? {}, "vpc_id")));
    if (networks.size > 1)
      return [
        {
          code: "InvalidParameterValue",
          message: "The specified subnets are not all in the same VPC.",
          advice: `Name subnets of one VPC; these are in ${[...networks].join(", ")}.`,
          path: ["subnet_ids"],
        },
      ];
    if (zones.size > 1) return [];
    return [
      {
        code: "DBSubnetGroupDoesNotCoverEnoughAZs",
        message:
          `The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Current AZ coverage: ${[...zones].join(", ")}. ` +
          "Add subnets to cover at least 2 AZs.",
        advice: "Add a subnet in a second zone; a database in one zone needs them too.",
        path: ["subnet_ids"],
      },
    ];
  },
};
