import { type Rule } from "../rule";
import { modulesAreRead } from "./modules-are-read";
import { providerVersionsArePinned } from "./provider-versions-are-pinned";
import { stateIsEncrypted } from "./state-is-encrypted";
import { stateIsLocked } from "./state-is-locked";
import { statefulResourcesAreKept } from "./stateful-resources-are-kept";

export const keepingRules: readonly Rule[] = [
  statefulResourcesAreKept,
  stateIsEncrypted,
  stateIsLocked,
  providerVersionsArePinned,
  modulesAreRead,
];
