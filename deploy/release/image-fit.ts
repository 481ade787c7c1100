import type { TaskDefinition } from "@aws-sdk/client-ecs";
import type { Problem } from "../../problems/problem";
import type { InspectedImage } from "./inspect-image";

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html */
const architectures: Readonly<Record<string, string>> = { X86_64: "amd64", ARM64: "arm64" };

/** Says whether tasks of a template can run an image; ECS would say so only after the deployment has begun. */
export function imageFit(
  { platforms, digest }: InspectedImage,
  { runtimePlatform }: TaskDefinition,
): readonly Problem[] {
  const family = runtimePlatform?.operatingSystemFamily ?? "LINUX";
  const processor = runtimePlatform?.cpuArchitecture ?? "X86_64";
  if (family !== "LINUX") {
    return [
      {
        where: "operating system of the template",
        must: "must be LINUX",
        got: family,
        advice: "Tasks of other systems are not deployed by this command.",
      },
    ];
  }
  const wanted = architectures[processor];
  if (platforms.some(({ os, architecture }) => os === "linux" && architecture === wanted)) return [];
  return [
    {
      where: `image ${digest}`,
      must: `must be for linux/${wanted ?? processor}, which the tasks run on`,
      got: platforms.map(({ os, architecture }) => `${os}/${architecture}`).join(", ") || "no platform",
      advice: `Build it with \`--platform linux/${wanted ?? processor}\`, or change the service's architecture in its environment file.`,
    },
  ];
}
