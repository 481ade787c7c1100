import { type Rule } from "../rule";
import { keysRotate } from "./keys-rotate";
import { keysWaitBeforeDeletion } from "./keys-wait-before-deletion";
import { noSecretText } from "./no-secret-text";
import { queuesAreEncrypted } from "./queues-are-encrypted";
import { secretParametersAreEncrypted } from "./secret-parameters-are-encrypted";
import { secretsRotate } from "./secrets-rotate";
import { topicsAreEncrypted } from "./topics-are-encrypted";

export const encryptionRules: readonly Rule[] = [
  keysRotate,
  keysWaitBeforeDeletion,
  topicsAreEncrypted,
  queuesAreEncrypted,
  secretsRotate,
  secretParametersAreEncrypted,
  noSecretText,
];
