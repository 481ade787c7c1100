import { type Job } from "../model/pipeline";
import { images, packages } from "../shell/images";
import { type Entry, type Mapping, mapping, Reference, type Value } from "../yaml/nodes";
import { signInOf } from "./scripts";

export function stepOf(job: Job): Mapping {
  return mapping(
    { key: "name", value: job.name },
    { key: "image", value: images[job.runtime] },
    job.runtime === "docker" ? { key: "services", value: ["docker"], isInline: true } : undefined,
    job.wholeHistory ? { key: "clone", value: mapping({ key: "depth", value: "full" }) } : undefined,
    job.approval ? { key: "trigger", value: "manual" } : undefined,
    ...deployment(job),
    job.tokens.length > 0 ? { key: "oidc", value: true } : undefined,
    { key: "script", value: scriptOf(job) },
    job.keeps ? { key: "artifacts", value: job.keeps } : undefined,
  );
}

/** Also the lock: Bitbucket deploys to an environment one at a time. */
function deployment({ environment, runtime }: Job): readonly Entry[] {
  if (environment !== undefined) return [{ key: "deployment", value: environment }];
  if (runtime !== "docker") return [];
  return [
    {
      key: "deployment",
      value: "registry",
      comment: [
        "The role that may push is bound to this deployment environment: tokens do not name branches.",
      ],
    },
  ];
}

function scriptOf(job: Job): readonly Value[] {
  return [
    new Reference("settings"),
    ...Object.entries(job.variables ?? {}).map(([name, value]) => `export ${name}=${value}`),
    ...packages[job.runtime],
    ...job.tokens.map((audience) => new Reference(signInOf[audience])),
    ...job.script,
  ];
}
