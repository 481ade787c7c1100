import { bucketMutations, databaseMutations } from "./data-mutations";
import { deliveryMutations } from "./delivery-mutations";
import { exposureMutations } from "./exposure-mutations";
import { hiddenNetworkMutations } from "./hidden-network-mutations";
import { hiddenSettingMutations } from "./hidden-setting-mutations";
import { type Mutation } from "./mutation";
import { networkMutations } from "./network-mutations";
import { pathMutations } from "./path-mutations";
import { permissionMutations } from "./permission-mutations";
import { placementMutations } from "./placement-mutations";
import { serviceMutations } from "./service-mutations";

/** Every mistake that is tried. */
export const mutations: readonly Mutation[] = [
  ...networkMutations,
  ...exposureMutations,
  ...pathMutations,
  ...placementMutations,
  ...serviceMutations,
  ...databaseMutations,
  ...bucketMutations,
  ...deliveryMutations,
  ...permissionMutations,
  ...hiddenNetworkMutations,
  ...hiddenSettingMutations,
];
