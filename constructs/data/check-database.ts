import type { Construct } from "constructs";
import { offersPerformanceInsights } from "../../limits/performance-insights";
import { databaseIdentifier, nameLimits } from "../../limits/resource-names";
import { throwConstructProblems } from "../../problems/construct-error";
import { formatGiven, type Problem } from "../../problems/problem";
import { databaseDefaults } from "./database-defaults";
import type { DatabaseProps } from "./database-props";

/** What RDS refuses only after minutes of waiting. @throws ConstructError with all problems. */
export function checkDatabase(scope: Construct, props: DatabaseProps): void {
  throwConstructProblems(scope.node.path, [
    ...checkIdentifier(props),
    ...checkSubnets(props),
    ...checkStorage(props),
    ...checkBackups(props),
    ...checkPasswordRotation(props),
    ...checkPort(props),
    ...checkPerformanceInsights(props),
  ]);
}

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
function checkIdentifier({ environment, name }: DatabaseProps): Problem[] {
  const identifier = databaseIdentifier(environment, name);
  const isValid =
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(identifier) && identifier.length <= nameLimits.databaseIdentifier;
  if (isValid) return [];
  return [
    {
      where: "name",
      must: `must give an identifier of at most ${nameLimits.databaseIdentifier} lower-case letters, digits and single hyphens`,
      got: formatGiven(identifier),
      advice: "Choose another name.",
    },
  ];
}

function checkSubnets({ network }: DatabaseProps): Problem[] {
  if (network.isolatedSubnetIds.length >= 2) return [];
  return [
    {
      where: "network.isolatedSubnetIds",
      must: "must name subnets in two zones or more, as every DB subnet group needs",
      got: `${network.isolatedSubnetIds.length}`,
      advice: "Give the network two zones.",
    },
  ];
}

function checkStorage({
  storageGiB = databaseDefaults.storageGiB,
  maxStorageGiB = databaseDefaults.maxStorageGiB,
}: DatabaseProps): Problem[] {
  if (storageGiB >= 20 && maxStorageGiB >= storageGiB && maxStorageGiB <= 65_536) return [];
  return [
    {
      where: "storageGiB",
      must: "must be at least 20 GiB and not above maxStorageGiB, which is at most 65536",
      got: `${storageGiB} up to ${maxStorageGiB}`,
      advice: "Use for example 20 up to 100.",
    },
  ];
}

function checkBackups({ backupDays = databaseDefaults.backupDays }: DatabaseProps): Problem[] {
  if (Number.isInteger(backupDays) && backupDays >= 1 && backupDays <= 35) return [];
  return [
    {
      where: "backupDays",
      must: "must be a whole number from 1 to 35",
      got: formatGiven(backupDays),
      advice: "Use 7 at least.",
    },
  ];
}

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html (Port) */
function checkPort({ port }: DatabaseProps): Problem[] {
  if (port === undefined || (Number.isInteger(port) && port >= 1150 && port <= 65_535)) return [];
  return [
    {
      where: "port",
      must: "must be a whole number from 1150 to 65535",
      got: formatGiven(port),
      advice: "Leave it out for the engine's own port.",
    },
  ];
}

function checkPerformanceInsights(props: DatabaseProps): Problem[] {
  const {
    engine = "postgres",
    instanceClass = databaseDefaults.instanceClass,
    performanceInsights = true,
  } = props;
  if (!performanceInsights || offersPerformanceInsights(engine, instanceClass)) return [];
  return [
    {
      where: "performanceInsights",
      must: `must be off where RDS does not offer it, as for MySQL on ${instanceClass}`,
      got: "true",
      advice: "Set it to false, or choose a larger instance class.",
    },
  ];
}

/** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html */
function checkPasswordRotation({
  passwordRotationDays = databaseDefaults.passwordRotationDays,
}: DatabaseProps): Problem[] {
  if (Number.isInteger(passwordRotationDays) && passwordRotationDays >= 1 && passwordRotationDays <= 1000)
    return [];
  return [
    {
      where: "passwordRotationDays",
      must: "must be a whole number from 1 to 1000",
      got: formatGiven(passwordRotationDays),
      advice: "Use 365, or fewer days if services are deployed again after each rotation.",
    },
  ];
}
