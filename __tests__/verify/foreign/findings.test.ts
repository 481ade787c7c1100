import { runRules } from "../../../verify/findings/run-rules";
import { rules } from "../../../verify/rules/rules";
import { foreignEnvironment } from "./foreign-environment";

/** What is found in each configuration, by rule; a person checked each line against the files. */
const found: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "counted-zones": {
    "autoscaled-service-leaves-count": ["aws_ecs_service.parrot"],
    "balancer-drops-invalid-headers": ["aws_alb.entrance"],
    // Port 3000 of the balancer is meant; still no web port.
    "balancer-ports": ["aws_security_group.entrance"],
    "cluster-container-insights": ["aws_ecs_cluster.aviary"],
    "default-security-group-closed": ["aws_vpc.aviary"],
    "deployments-roll-back": ["aws_ecs_service.parrot"],
    "health-check-grace-covers-start": ["aws_ecs_service.parrot"],
    "http-redirects-to-https": ["aws_alb_listener.plain"],
    "provider-has-default-tags": ["provider.aws"],
    "provider-is-bound-to-account": ["provider.aws"],
    // From `data.template_file`, whose text is in a file beside it.
    "read-only-root": ["aws_ecs_task_definition.parrot"],
    "revisions-are-kept": ["aws_ecs_task_definition.parrot"],
    "security-group-egress-all-ports": ["aws_security_group.entrance", "aws_security_group.tasks"],
    "security-group-rules-say-why": ["aws_security_group.entrance", "aws_security_group.tasks"],
    "security-groups-are-replaced-safely": ["aws_security_group.entrance", "aws_security_group.tasks"],
    "service-leaves-task-definition": ["aws_ecs_service.parrot"],
    // `count = var.zones` is the text "2".
    "subnets-give-no-public-address": ["aws_subnet.outer[0]", "aws_subnet.outer[1]"],
    "task-stops-after-draining": ["aws_alb_target_group.parrot"],
    "tasks-have-no-public-address": ["aws_ecs_service.parrot"],
    "vpc-flow-logs": ["aws_vpc.aviary"],
  },
  "web-with-database": {
    "balancer-drops-invalid-headers": ["aws_lb.entrance"],
    // NFS for everyone; no address of the file system is public, see its paths below.
    "balancer-ports": ["aws_security_group.files"],
    "cluster-container-insights": ["aws_ecs_cluster.bakery"],
    "containers-log": ["aws_ecs_task_definition.migration", "aws_ecs_task_definition.web"],
    "database-passwords-are-managed": ["aws_db_instance.bakery"],
    "database-snapshots-carry-tags": ["aws_db_instance.bakery"],
    "databases-are-encrypted": ["aws_db_instance.bakery"],
    "databases-authenticate-with-iam": ["aws_db_instance.bakery"],
    "databases-export-logs": ["aws_db_instance.bakery"],
    "databases-force-tls": ["aws_db_instance.bakery"],
    "databases-have-their-own-port": ["aws_db_instance.bakery"],
    "databases-leave-a-snapshot": ["aws_db_instance.bakery"],
    "default-security-group-closed": ["aws_vpc.bakery"],
    "deployments-roll-back": ["aws_ecs_service.web"],
    "file-systems-are-encrypted": ["aws_efs_file_system.static"],
    "health-check-grace-covers-start": ["aws_ecs_service.web"],
    "http-redirects-to-https": ["aws_alb_listener.plain"],
    // One password is in a template of a file, the other in `jsonencode`.
    "no-secrets-in-containers": ["aws_ecs_task_definition.migration", "aws_ecs_task_definition.web"],
    // Its document is a file.
    "policies-allow-no-whole-service": ["aws_iam_role_policy.tasks"],
    "policies-name-resources": ["aws_iam_role_policy.tasks"],
    "provider-has-default-tags": ["provider.aws"],
    "provider-is-bound-to-account": ["provider.aws"],
    "read-only-root": ["aws_ecs_task_definition.migration", "aws_ecs_task_definition.web"],
    "revisions-are-kept": ["aws_ecs_task_definition.migration", "aws_ecs_task_definition.web"],
    "security-group-all-ports": ["aws_security_group.web"],
    "security-group-egress-all-ports": [
      "aws_security_group.balancer",
      "aws_security_group.database",
      "aws_security_group.web",
    ],
    "security-group-rules-say-why": [
      "aws_security_group.balancer",
      "aws_security_group.database",
      "aws_security_group.files",
      "aws_security_group.web",
    ],
    "security-groups-are-replaced-safely": [
      "aws_security_group.balancer",
      "aws_security_group.database",
      "aws_security_group.files",
      "aws_security_group.web",
    ],
    "service-leaves-task-definition": ["aws_ecs_service.web"],
    "task-roles-differ": ["aws_ecs_task_definition.web"],
    // Draining takes 300 seconds unless said otherwise, stopping 30.
    "task-stops-after-draining": ["aws_alb_target_group.web"],
    "tasks-have-no-public-address": ["aws_ecs_service.web"],
    "tasks-not-in-public-subnets": ["aws_ecs_service.web"],
    "vpc-flow-logs": ["aws_vpc.bakery"],
  },
  "nested-modules": {
    "balancer-drops-invalid-headers": ["module.balancer.aws_alb.this"],
    "cluster-container-insights": ["aws_ecs_cluster.shared"],
    "containers-log": ["aws_ecs_task_definition.greeting"],
    "default-security-group-closed": ["module.network.module.vpc.aws_vpc.this"],
    "deployments-roll-back": ["aws_ecs_service.greeting"],
    "health-check-grace-covers-start": ["aws_ecs_service.greeting"],
    "http-redirects-to-https": ["module.balancer.aws_alb_listener.plain"],
    // Machines join the cluster by a script, so nothing tells which group the containers are in.
    "path-decided": ["aws_ecs_service.greeting"],
    // `iam:PassRole` is for roles under one path, which counts as named.
    "policies-name-resources": ["module.deployer.aws_iam_user_policy.deployer"],
    "provider-has-default-tags": ["provider.aws"],
    "provider-is-bound-to-account": ["provider.aws"],
    "read-only-root": ["aws_ecs_task_definition.greeting"],
    "revisions-are-kept": ["aws_ecs_task_definition.greeting"],
    "security-group-egress-all-ports": [
      "module.balancer.aws_security_group_rule.out",
      "module.instances.aws_security_group_rule.out",
    ],
    "security-group-rules-say-why": [
      "aws_security_group_rule.balancer_to_machines",
      "module.balancer.aws_security_group_rule.in",
      "module.balancer.aws_security_group_rule.out",
      "module.instances.aws_security_group_rule.out",
    ],
    "security-groups-are-replaced-safely": [
      "module.balancer.aws_security_group.balancer",
      "module.instances.aws_security_group.machines",
    ],
    "service-leaves-task-definition": ["aws_ecs_service.greeting"],
    "task-stops-after-draining": ["module.balancer.aws_alb_target_group.default"],
    "vpc-flow-logs": ["module.network.module.vpc.aws_vpc.this"],
  },
  "registry-modules": {
    // Nothing is in the group as far as the files tell; the rules are open all the same.
    "balancer-ports": [
      'aws_vpc_security_group_ingress_rule.tools["22"]',
      'aws_vpc_security_group_ingress_rule.tools["8080"]',
    ],
    "caches-are-encrypted": ["aws_elasticache_replication_group.sessions"],
    // What the four make was not checked.
    "modules-are-read": ["module.balancer", "module.cluster", "module.service", "module.vpc"],
    "provider-has-default-tags": ["provider.aws"],
    "provider-is-bound-to-account": ["provider.aws"],
    "provider-versions-are-pinned": ["terraform.required_providers.aws"],
    "security-group-rules-say-why": [
      'aws_vpc_security_group_ingress_rule.tools["22"]',
      'aws_vpc_security_group_ingress_rule.tools["8080"]',
    ],
  },
  "blue-green": {
    "balancer-drops-invalid-headers": ["module.entrance.aws_alb.main"],
    // Tasks take port 8000 from everyone beside the balancer.
    "balancer-ports": ["module.groups.aws_security_group.tasks"],
    "database-passwords-are-managed": ["module.database.aws_rds_cluster.main"],
    "database-snapshots-carry-tags": ["module.database.aws_rds_cluster.main"],
    "databases-authenticate-with-iam": ["module.database.aws_rds_cluster.main"],
    "databases-export-logs": ["module.database.aws_rds_cluster.main"],
    "databases-force-tls": ["module.database.aws_rds_cluster.main"],
    "databases-have-their-own-port": ["module.database.aws_rds_cluster.main"],
    "databases-keep-backups": ["module.database.aws_rds_cluster.main"],
    "databases-leave-a-snapshot": ["module.database.aws_rds_cluster.main"],
    "default-security-group-closed": ["module.network.aws_vpc.main"],
    "exec-sessions-are-encrypted": ["module.api.aws_ecs_cluster.main"],
    "health-check-grace-covers-start": ["module.api.aws_ecs_service.api"],
    "image-tags-are-immutable": ["module.api.aws_ecr_repository.api"],
    "listener-tls-policy": ["module.entrance.aws_alb_listener.secure"],
    "policies-allow-no-whole-service": ["module.api.aws_iam_role_policy.api"],
    // One statement with `s3:*`, one with `*` for CodeDeploy, as its own documentation has it.
    "policies-name-resources": [
      "module.api.aws_iam_role_policy.api",
      "module.deployment.aws_iam_role_policy.deployment",
    ],
    "provider-has-default-tags": ["provider.aws"],
    "provider-is-bound-to-account": ["provider.aws"],
    "repositories-have-a-key": ["module.api.aws_ecr_repository.api"],
    "repositories-have-a-lifecycle": ["module.api.aws_ecr_repository.api"],
    "revisions-are-kept": ["module.api.aws_ecs_task_definition.api"],
    "secrets-rotate": ["module.database.aws_secretsmanager_secret.database"],
    // Groups that let in themselves.
    "security-group-all-ports": [
      "module.database.aws_security_group.database",
      "module.network.aws_security_group.default",
    ],
    "security-group-egress-all-ports": [
      "module.database.aws_security_group.database",
      "module.groups.aws_security_group.entrance",
      "module.groups.aws_security_group.tasks",
    ],
    "security-group-rules-say-why": [
      "module.database.aws_security_group.database",
      "module.groups.aws_security_group.entrance",
      "module.groups.aws_security_group.tasks",
      "module.network.aws_security_group.default",
    ],
    "security-groups-are-replaced-safely": [
      "module.database.aws_security_group.database",
      "module.groups.aws_security_group.entrance",
      "module.groups.aws_security_group.tasks",
      "module.network.aws_security_group.default",
    ],
    // Outside production only the repository must be kept. No `read-only-root`: exec is on, which needs a writable root.
    "stateful-resources-are-kept": ["module.api.aws_ecr_repository.api"],
    "subnets-give-no-public-address": [
      "module.network.aws_subnet.public[0]",
      "module.network.aws_subnet.public[1]",
    ],
    "task-roles-differ": ["module.api.aws_ecs_task_definition.api"],
    "tasks-have-no-public-address": ["module.api.aws_ecs_service.api"],
    "vpc-flow-logs": ["module.network.aws_vpc.main"],
  },
  "service-per-entry": {
    "cluster-container-insights": ["aws_ecs_cluster.sky"],
    "default-security-group-closed": ["aws_vpc.sky"],
    "deployments-roll-back": [
      'module.service["moon"].aws_ecs_service.alone[0]',
      'module.service["star"].aws_ecs_service.balanced[0]',
    ],
    // The service without a balancer has no health checks.
    "health-check-grace-covers-start": ['module.service["star"].aws_ecs_service.balanced[0]'],
    // The default of `repository_arns`.
    "policies-name-resources": [
      'module.service["moon"].aws_iam_role_policy.execution[0]',
      'module.service["star"].aws_iam_role_policy.execution[0]',
    ],
    "provider-is-bound-to-account": ["provider.aws"],
    "read-only-root": [
      'module.service["moon"].aws_ecs_task_definition.this',
      'module.service["star"].aws_ecs_task_definition.this',
    ],
    "revisions-are-kept": [
      'module.service["moon"].aws_ecs_task_definition.this',
      'module.service["star"].aws_ecs_task_definition.this',
    ],
    "security-group-egress-all-ports": [
      'module.service["moon"].aws_security_group_rule.out',
      'module.service["star"].aws_security_group_rule.out',
    ],
    "security-groups-are-replaced-safely": [
      'module.service["moon"].aws_security_group.this',
      'module.service["star"].aws_security_group.this',
    ],
    "task-stops-after-draining": ["aws_lb_target_group.star"],
    "tasks-have-no-public-address": [
      'module.service["moon"].aws_ecs_service.alone[0]',
      'module.service["star"].aws_ecs_service.balanced[0]',
    ],
    "tasks-not-in-public-subnets": [
      'module.service["moon"].aws_ecs_service.alone[0]',
      'module.service["star"].aws_ecs_service.balanced[0]',
    ],
    "vpc-flow-logs": ["aws_vpc.sky"],
  },
};

describe.each(Object.entries(found))("Findings in %s", (name, expected) => {
  test("are these, no more and no fewer", async () => {
    const results = runRules({ environments: [await foreignEnvironment(name)] }, rules);
    const byRule = new Map<string, Set<string>>();
    for (const { rule, place } of results.flatMap(({ findings }) => findings)) {
      byRule.set(rule, (byRule.get(rule) ?? new Set()).add(place.replace(`${name}/`, "")));
    }
    expect(Object.fromEntries([...byRule].map(([rule, places]) => [rule, [...places].sort()]))).toEqual(
      expected,
    );
  });

  test("come from rules that all ran to their end", async () => {
    const results = runRules({ environments: [await foreignEnvironment(name)] }, rules);
    expect(results.filter(({ outcome }) => outcome === "failed")).toEqual([]);
  });
});
