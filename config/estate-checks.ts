import type { EstateCheck } from "./checks/estate/estate-check";
import { movableTags } from "./checks/estate/movable-tags";
import { notEmpty } from "./checks/estate/not-empty";
import { ownWords } from "./checks/estate/own-words";
import { promotedServicesRunBefore, promotionExists, promotionStarts } from "./checks/estate/promotion";
import { separateDeployers } from "./checks/estate/separate-deployers";
import { separateNetworks } from "./checks/estate/separate-networks";
import { separateStates } from "./checks/estate/separate-states";
import { repositoriesDiffer, repositoriesExist, toolingRegistry } from "./checks/estate/tooling-registry";
import {
  toolingAccountDiffers,
  uniqueAccounts,
  uniqueDomains,
  uniqueNames,
} from "./checks/estate/unique-identity";

/** Rules between environments, in the order in which their problems are shown. */
export const estateChecks: readonly EstateCheck[] = [
  notEmpty,
  uniqueNames,
  uniqueAccounts,
  toolingAccountDiffers,
  uniqueDomains,
  separateNetworks,
  separateStates,
  movableTags,
  toolingRegistry,
  repositoriesDiffer,
  repositoriesExist,
  promotionExists,
  promotionStarts,
  promotedServicesRunBefore,
  separateDeployers,
  ownWords,
];
