/** Providers of HashiCorp's that are served offline, by their local names. */
export type ServedProvider = "aws" | "vault";
