import { alarmPeriod } from "./checks/alarm-period";
import { calls } from "./checks/calls";
import { connectionLimit } from "./checks/connection-limit";
import {
  databaseClass,
  databaseInsights,
  databaseName,
  databaseStorage,
  databaseVersion,
} from "./checks/database-settings";
import { databasesAreUsed, databasesExist } from "./checks/database-use";
import { bakeCoversAlarms, codedeployShift } from "./checks/deployment-bake";
import { codedeployHooksDiffer, hookFunctions, hookStages } from "./checks/deployment-hooks";
import { deploymentPercent } from "./checks/deployment-percent";
import { workersRoll } from "./checks/deployment-workers";
import { domainName } from "./checks/domain-name";
import type { EnvironmentCheck } from "./checks/environment-check";
import { execFileSystem } from "./checks/exec-file-system";
import { fargateSize } from "./checks/fargate-size";
import { freeAddresses } from "./checks/free-addresses";
import { deregistrationWaits, requestsEndInTime, stopWaits } from "./checks/graceful-stop";
import { healthCheckAccepts200, healthCheckGrace, healthCheckTimeout } from "./checks/health-check-timing";
import { imageSource } from "./checks/image-source";
import { keepAlive } from "./checks/keep-alive";
import { listenerPorts } from "./checks/listener-ports";
import { notEmpty } from "./checks/not-empty";
import { outboundHasRoute, outboundHasWay, outboundLeavesVpc } from "./checks/outbound";
import { productionAlarms } from "./checks/production-alarms";
import { productionDatabases } from "./checks/production-databases";
import { productionHttps } from "./checks/production-https";
import { productionLoadBalancers } from "./checks/production-load-balancers";
import { productionLogs } from "./checks/production-logs";
import { productionTasks } from "./checks/production-tasks";
import { loadBalancerQuotas, securityGroupQuotas } from "./checks/quotas";
import { reservedNames } from "./checks/reserved-names";
import { resourceNames } from "./checks/resource-names";
import { routeHostsInDomain, routePrioritiesDiffer, routesDiffer, routeWildcards } from "./checks/routes";
import { shiftedRequests, shiftedRoutes } from "./checks/shifted-traffic";
import { stateMatchesAccount } from "./checks/state-matches-account";
import { strategyChanges } from "./checks/strategy-changes";
import { taskRange } from "./checks/task-range";
import { testHeaderHasPriority, testHeaderNeedsEcs } from "./checks/test-header";
import { zonesInRegion } from "./checks/zones-in-region";

/** Rules between fields, in the order in which their problems are shown. */
export const environmentChecks: readonly EnvironmentCheck[] = [
  notEmpty,
  reservedNames,
  resourceNames,
  stateMatchesAccount,
  zonesInRegion,
  domainName,
  calls,
  databasesExist,
  databasesAreUsed,
  databaseVersion,
  databaseName,
  databaseStorage,
  databaseClass,
  databaseInsights,
  fargateSize,
  taskRange,
  execFileSystem,
  routesDiffer,
  routePrioritiesDiffer,
  routeHostsInDomain,
  routeWildcards,
  listenerPorts,
  outboundHasWay,
  outboundLeavesVpc,
  outboundHasRoute,
  healthCheckTimeout,
  healthCheckGrace,
  healthCheckAccepts200,
  requestsEndInTime,
  deregistrationWaits,
  stopWaits,
  keepAlive,
  imageSource,
  workersRoll,
  strategyChanges,
  deploymentPercent,
  alarmPeriod,
  bakeCoversAlarms,
  codedeployShift,
  hookStages,
  codedeployHooksDiffer,
  hookFunctions,
  testHeaderNeedsEcs,
  testHeaderHasPriority,
  shiftedRoutes,
  shiftedRequests,
  freeAddresses,
  connectionLimit,
  loadBalancerQuotas,
  securityGroupQuotas,
  productionHttps,
  productionLoadBalancers,
  productionDatabases,
  productionTasks,
  productionLogs,
  productionAlarms,
];
