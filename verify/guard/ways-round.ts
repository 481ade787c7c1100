import { replacements } from "../../offline/replacement/replacements";

/** How to have what a change is for without the replacement. */
export interface WayRound {
  readonly way: string;
  readonly page: string;
}

const aws = "https://docs.aws.amazon.com";
const rds = `${aws}/AmazonRDS/latest/UserGuide`;
const terraform = "https://developer.hashicorp.com/terraform/language";

const encryption: WayRound = {
  way: "Copy a snapshot with the other key, restore it as a second database, move the services over, then give the old one up.",
  page: `${rds}/Overview.Encryption.html`,
};
const otherEngine: WayRound = {
  way: "Make a second database with the other engine, copy the data with AWS DMS, move the services over, then give the old one up.",
  page: `${aws}/dms/latest/userguide/Welcome.html`,
};
const masterUser: WayRound = {
  way: "Keep the master user and create another user inside the database.",
  page: `${rds}/UsingWithRDS.MasterAccounts.html`,
};
const initialDatabase: WayRound = {
  way: "Keep the name, it is only the first database's: create the other one inside the instance.",
  page: `${rds}/USER_CreateDBInstance.html`,
};
const restored: WayRound = {
  way: "Restore a second database from the snapshot; or put the attribute into `ignore_changes` once the database is restored.",
  page: `${terraform}/meta-arguments/lifecycle`,
};
const secondBalancer: WayRound = {
  way: "Make a second balancer beside it, point DNS at it, and give the old one up when nobody asks for its name any more.",
  page: `${aws}/elasticloadbalancing/latest/application/application-load-balancers.html`,
};
const secondTargetGroup: WayRound = {
  way: "Give it a `name_prefix` and `create_before_destroy`, so that the listener moves to the new group before the old one goes.",
  page: `${terraform}/meta-arguments/lifecycle`,
};
const secondService: WayRound = {
  way: "Make a second service beside it in the same target group, wait until its tasks are healthy, then give the old one up.",
  page: `${aws}/AmazonECS/latest/APIReference/API_UpdateService.html`,
};
const secondKey: WayRound = {
  way: "Make a second key and point the alias at it. The old key stays as long as anything is encrypted with it.",
  page: `${aws}/kms/latest/developerguide/rotate-keys.html`,
};
const secondSubnet: WayRound = {
  way: "Add a second subnet beside it, move what runs in it, then give the old one up.",
  page: `${aws}/vpc/latest/userguide/configure-subnets.html`,
};
const secondRepository: WayRound = {
  way: "Make a second repository, copy the images that run by digest, deploy from it, then give the old one up.",
  page: `${aws}/AmazonECR/latest/userguide/encryption-at-rest.html`,
};
const createFirst: WayRound = {
  way: "Give it a name of its own (`name_prefix`) and `create_before_destroy`, so that what uses it moves first.",
  page: `${terraform}/meta-arguments/lifecycle`,
};
const follows: WayRound = {
  way: "It follows what it belongs to: keep that from being replaced.",
  page: `${terraform}/meta-arguments/lifecycle`,
};

/** Ways round by type and attribute; `*` stands for every other attribute. */
export const waysRound: Readonly<Record<string, Readonly<Record<string, WayRound>>>> = {
  aws_acm_certificate: { "*": createFirst },
  aws_cloudwatch_log_group: {
    "*": {
      way: "Keep the name; or apply `skip_destroy = true` first, then the old group stays until its entries expire.",
      page: `${aws}/AmazonCloudWatch/latest/logs/S3Export.html`,
    },
  },
  aws_db_instance: {
    availability_zone: {
      way: "Leave it out and let RDS choose; a failover of a Multi-AZ database moves it.",
      page: `${rds}/Concepts.MultiAZ.html`,
    },
    db_name: initialDatabase,
    engine: otherEngine,
    identifier: {
      way: "RDS renames in place: keep the same resource, and update the provider.",
      page: `${rds}/USER_RenameInstance.html`,
    },
    kms_key_id: encryption,
    snapshot_identifier: restored,
    storage_encrypted: encryption,
    username: masterUser,
    "*": otherEngine,
  },
  aws_dynamodb_table: {
    "*": {
      way: "Make a second table, export the items to S3 and import them there, then move the services over.",
      page: `${aws}/amazondynamodb/latest/developerguide/S3DataExport.HowItWorks.html`,
    },
  },
  aws_ecr_repository: { "*": secondRepository },
  aws_ecs_cluster: { "*": secondService },
  aws_ecs_service: { "*": secondService },
  aws_efs_file_system: {
    "*": {
      way: "Make a second file system, copy the files with AWS DataSync, then move the services over.",
      page: `${aws}/datasync/latest/userguide/what-is-datasync.html`,
    },
  },
  aws_kms_key: { "*": secondKey },
  aws_lb: { "*": secondBalancer },
  aws_lb_listener: { load_balancer_arn: follows },
  aws_lb_listener_rule: { listener_arn: follows },
  aws_lb_target_group: {
    port: {
      way: "Keep it: ECS registers every task with the port of its container, the group's port is only a default.",
      page: `${aws}/elasticloadbalancing/latest/application/load-balancer-target-groups.html`,
    },
    vpc_id: follows,
    "*": secondTargetGroup,
  },
  aws_nat_gateway: {
    "*": {
      way: "Make a second gateway with another address, point the routes at it, then give the old one up; its address changes.",
      page: `${aws}/vpc/latest/userguide/vpc-nat-gateway.html`,
    },
  },
  aws_rds_cluster: {
    availability_zones: {
      way: "Write all three zones that Aurora chose, or put the attribute into `ignore_changes`.",
      page: `${terraform}/meta-arguments/lifecycle`,
    },
    database_name: initialDatabase,
    engine: otherEngine,
    kms_key_id: encryption,
    master_username: masterUser,
    snapshot_identifier: restored,
    storage_encrypted: encryption,
    "*": otherEngine,
  },
  aws_rds_cluster_instance: {
    "*": {
      way: "Add a second instance, fail over to it, then remove the old one.",
      page: `${aws}/AmazonRDS/latest/AuroraUserGuide/aurora-failover.html`,
    },
  },
  aws_s3_bucket: {
    object_lock_enabled: {
      way: "Keep it and add `aws_s3_bucket_object_lock_configuration`: S3 turns object lock on for buckets that exist.",
      page: `${aws}/AmazonS3/latest/userguide/object-lock-configure.html`,
    },
    "*": {
      way: "A bucket is never renamed: make a second one, copy the objects, then move what uses it.",
      page: `${aws}/AmazonS3/latest/userguide/bucketnamingrules.html`,
    },
  },
  aws_secretsmanager_secret: {
    "*": {
      way: "Make a second secret with the same value, move what reads it, then give the old one up.",
      page: `${aws}/secretsmanager/latest/userguide/manage_update-secret.html`,
    },
  },
  aws_security_group: { vpc_id: follows, "*": createFirst },
  aws_sqs_queue: {
    "*": {
      way: "Make a second queue, move the senders, let the readers empty the old one, then give it up.",
      page: `${aws}/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html`,
    },
  },
  aws_subnet: { vpc_id: follows, "*": secondSubnet },
  aws_vpc: {
    cidr_block: {
      way: "Keep the block and add a second one with `aws_vpc_ipv4_cidr_block_association`.",
      page: `${aws}/vpc/latest/userguide/vpc-cidr-blocks.html`,
    },
  },
};

/** The way round a replacement that an attribute forces; AWS's own page of the call where nobody knows a better one. */
export function wayRound(type: string, attribute: string): WayRound {
  const ofType = waysRound[type.replace(/^aws_alb/, "aws_lb")] ?? {};
  const { documentation } = replacements.get(type) ?? {};
  return (
    ofType[attribute] ??
    ofType["*"] ?? {
      way: "Keep the value; or make a second resource beside it, move what uses it, and give the old one up.",
      page: documentation ?? `${terraform}/meta-arguments/lifecycle`,
    }
  );
}

/** Which of some changed attributes AWS cannot change in place; for plans that do not say it. */
export function fixedAttributes(type: string, changed: readonly string[]): readonly string[] {
  const { attributes = [] } = replacements.get(type) ?? {};
  return changed.filter((name) => attributes.includes(name));
}
