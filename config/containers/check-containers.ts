import { checkShape } from "./check-shape";
import { checkText } from "./check-text";
import {
  applicationContainerExists,
  applicationContainerIsEssential,
  someContainerIsEssential,
  stopTimeoutAgrees,
  uniqueContainerNames,
} from "./checks/application-container";
import type { ContainerCheck } from "./checks/container-check";
import { conditionsCanHold, dependenciesExist, noDependencyCycles } from "./checks/dependencies";
import {
  mountPathsAreUnique,
  mountsUseTmp,
  reasonsAreNeeded,
  volumeSourcesExist,
  writableRootHasReason,
} from "./checks/file-systems";
import { healthCommandsStart } from "./checks/health-checks";
import {
  imagesAreInReach,
  imagesAreReferences,
  sidecarImagesAreFixed,
  sidecarsHaveImages,
} from "./checks/images";
import { loggingIsOurs, logRouterWorks } from "./checks/logging";
import { hostPortsEqual, servicePortMapped, uniquePortNames, uniquePorts } from "./checks/ports";
import { secretsAreOfAccount, secretsAreOfRegion } from "./checks/secrets";
import { cpuFitsTask, definitionsFitTask, memoryFitsTask, reservationBelowLimit } from "./checks/sizes";
import { softLimitsBelowHard } from "./checks/ulimits";
import { noGeneratedVariables, uniqueVariables } from "./checks/variables";
import type { ContainerFileContext } from "./container-file-context";
import { containersSchema, type CheckedContainer } from "./container-schema";
import { findPlainSecrets } from "./find-plain-secrets";
import type { Finding } from "./finding";
import type { JsonNode } from "../../json-files/json-document";

const containerChecks: readonly ContainerCheck[] = [
  uniqueContainerNames,
  applicationContainerExists,
  applicationContainerIsEssential,
  someContainerIsEssential,
  stopTimeoutAgrees,
  uniqueVariables,
  noGeneratedVariables,
  secretsAreOfAccount,
  secretsAreOfRegion,
  uniquePorts,
  uniquePortNames,
  hostPortsEqual,
  servicePortMapped,
  cpuFitsTask,
  memoryFitsTask,
  reservationBelowLimit,
  definitionsFitTask,
  dependenciesExist,
  noDependencyCycles,
  conditionsCanHold,
  sidecarsHaveImages,
  imagesAreReferences,
  sidecarImagesAreFixed,
  imagesAreInReach,
  writableRootHasReason,
  reasonsAreNeeded,
  mountsUseTmp,
  mountPathsAreUnique,
  volumeSourcesExist,
  loggingIsOurs,
  logRouterWorks,
  healthCommandsStart,
  softLimitsBelowHard,
];

/** What a parsed file holds, and everything that is wrong with it. */
export interface CheckedFile {
  /** Sound fields of the containers; undefined when not even those can be told. */
  readonly containers: readonly CheckedContainer[] | undefined;
  readonly findings: readonly Finding[];
}

/** Checks shape, text, secrets, and rules between fields and containers. */
export function checkContainers(root: JsonNode, context: ContainerFileContext): CheckedFile {
  const shape = checkShape(containersSchema, root);
  const containers = leaveOut(root, shape);
  const relations = checkRelations(containers ?? [], shape, context);
  return { containers, findings: [...shape, ...checkText(root), ...findPlainSecrets(root), ...relations] };
}

/** Fields of a wrong shape are left out, and so are the rules that read them: they would only guess. */
function checkRelations(
  containers: readonly CheckedContainer[],
  shape: readonly Finding[],
  context: ContainerFileContext,
): Finding[] {
  if (containers.length === 0) return [];
  const doubtful = new Set(shape.map(({ path }) => path[1]));
  return containerChecks
    .filter(({ reads }) => !reads.some((field) => doubtful.has(field)))
    .flatMap(({ find }) => find(containers, context));
}

function leaveOut(root: JsonNode, shape: readonly Finding[]): readonly CheckedContainer[] | undefined {
  if (shape.some(({ path }) => path.length < 2)) return undefined;
  const dropped = new Set(shape.map(({ path }) => `${path[0]} ${path[1]}`));
  const sound = root.items.map(({ fields }, index) =>
    Object.fromEntries(
      [...fields].flatMap(([key, { node }]) => (dropped.has(`${index} ${key}`) ? [] : [[key, node.value]])),
    ),
  );
  return containersSchema.safeParse(sound).data;
}
