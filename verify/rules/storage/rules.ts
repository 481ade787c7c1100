import { type Rule } from "../rule";
import { bucketsAreEncrypted } from "./buckets-are-encrypted";
import { bucketsAreVersioned } from "./buckets-are-versioned";
import { bucketsBlockPublicAccess } from "./buckets-block-public-access";
import { bucketsHaveALifecycle } from "./buckets-have-a-lifecycle";
import { bucketsHaveNoAcl } from "./buckets-have-no-acl";
import { bucketsLogAccess } from "./buckets-log-access";
import { bucketsOwnTheirObjects } from "./buckets-own-their-objects";
import { bucketsRequireTls } from "./buckets-require-tls";
import { fileSystemsAreEncrypted } from "./file-systems-are-encrypted";

export const storageRules: readonly Rule[] = [
  bucketsBlockPublicAccess,
  bucketsRequireTls,
  bucketsAreEncrypted,
  bucketsAreVersioned,
  bucketsHaveALifecycle,
  bucketsLogAccess,
  bucketsOwnTheirObjects,
  bucketsHaveNoAcl,
  fileSystemsAreEncrypted,
];
