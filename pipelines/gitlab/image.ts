import { type Runtime } from "../model/pipeline";
import { images } from "../shell/images";
import { type Entry, mapping } from "../yaml/nodes";

/** @see https://docs.gitlab.com/ci/docker/using_docker_build/ */
export function imageOf(runtime: Runtime): readonly Entry[] {
  const name = images[runtime];
  if (runtime === "node") return [{ key: "image", value: name }];
  if (runtime === "docker") {
    return [
      { key: "image", value: name },
      { key: "services", value: [`${name}-dind`], isInline: true },
    ];
  }
  // Its entrypoint is terraform itself.
  const value = mapping({ key: "name", value: name }, { key: "entrypoint", value: [""], isInline: true });
  return [{ key: "image", value }];
}
