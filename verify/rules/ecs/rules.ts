import { type Rule } from "../rule";
import { autoscaledServiceLeavesCount } from "./autoscaled-service-leaves-count";
import { containerInsights } from "./container-insights";
import { containersAreNotPrivileged } from "./containers-are-not-privileged";
import { containersCanBeRead } from "./containers-can-be-read";
import { containersLog } from "./containers-log";
import { deploymentsRollBack } from "./deployments-roll-back";
import { execSessionsAreEncrypted } from "./exec-sessions-are-encrypted";
import { graceCoversStart } from "./grace-covers-start";
import { hasRoomForDeployment } from "./has-room-for-deployment";
import { keepsHealthyTasks } from "./keeps-healthy-tasks";
import { latestPlatform } from "./latest-platform";
import { noForcedDeployment } from "./no-forced-deployment";
import { noSecretsInContainers } from "./no-secrets-in-containers";
import { readOnlyRoot } from "./read-only-root";
import { revisionsAreKept } from "./revisions-are-kept";
import { rolesDiffer } from "./roles-differ";
import { serviceLeavesTaskDefinition } from "./service-leaves-task-definition";
import { stopsAfterDraining } from "./stops-after-draining";
import { tasksAreApartFromHost } from "./tasks-are-apart-from-host";
import { tasksHaveNoPublicAddress } from "./tasks-have-no-public-address";
import { templateIsOwnRevision } from "./template-is-own-revision";

export const ecsRules: readonly Rule[] = [
  containerInsights,
  execSessionsAreEncrypted,
  tasksHaveNoPublicAddress,
  latestPlatform,
  containersCanBeRead,
  readOnlyRoot,
  containersAreNotPrivileged,
  tasksAreApartFromHost,
  noSecretsInContainers,
  containersLog,
  rolesDiffer,
  serviceLeavesTaskDefinition,
  autoscaledServiceLeavesCount,
  noForcedDeployment,
  templateIsOwnRevision,
  revisionsAreKept,
  deploymentsRollBack,
  keepsHealthyTasks,
  hasRoomForDeployment,
  stopsAfterDraining,
  graceCoversStart,
];
