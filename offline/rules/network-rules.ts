import { type Rule } from "./rule";

/** What AWS refuses of networks, balancers, names, certificates, buckets, keys and logs. */
export const networkRules: readonly Rule[] = [];
