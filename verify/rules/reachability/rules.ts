import { type Rule } from "../rule";
import { declaredPathOpen } from "./declared-path-open";
import { edgeBothHalves } from "./edge-both-halves";
import { exposureRules } from "./exposure";
import { groupRules } from "./group-rules";
import { networkTypeUnknown } from "./network-type-unknown";
import { placementRules } from "./placement";
import { pathDecided } from "./path-decided";
import { pathDeclared } from "./path-declared";

/** Rules about who can reach whom. */
export const reachabilityRules: readonly Rule[] = [
  pathDeclared,
  declaredPathOpen,
  pathDecided,
  networkTypeUnknown,
  edgeBothHalves,
  ...exposureRules,
  ...groupRules,
  ...placementRules,
];
