import { type Rule } from "../rule";
import { buildArtifactsAreEncrypted } from "./build-artifacts-are-encrypted";
import { buildsArePrivilegedForImagesOnly } from "./builds-are-privileged-for-images-only";
import { buildsHaveNoPlainSecrets } from "./builds-have-no-plain-secrets";
import { buildsWriteLogs } from "./builds-write-logs";
import { imageTagsAreImmutable } from "./image-tags-are-immutable";
import { imagesAreScanned } from "./images-are-scanned";
import { pipelineArtifactsHaveAKey } from "./pipeline-artifacts-have-a-key";
import { repositoriesHaveAKey } from "./repositories-have-a-key";
import { repositoriesHaveALifecycle } from "./repositories-have-a-lifecycle";
import { repositoriesKeepWhatRuns } from "./repositories-keep-what-runs";

export const deliveryRules: readonly Rule[] = [
  imagesAreScanned,
  imageTagsAreImmutable,
  repositoriesHaveALifecycle,
  repositoriesKeepWhatRuns,
  repositoriesHaveAKey,
  buildsHaveNoPlainSecrets,
  buildsWriteLogs,
  buildsArePrivilegedForImagesOnly,
  buildArtifactsAreEncrypted,
  pipelineArtifactsHaveAKey,
];
