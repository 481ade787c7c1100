import { parsePrivateImage } from "../limits/private-images";
import type { Problem } from "../problems/problem";
import type { OutboundSettings } from "./environment";

/** Whether tasks may fetch images from anywhere, through NAT. */
export function reachesInternet({
  outbound = [],
}: {
  readonly outbound?: readonly OutboundSettings[] | undefined;
}): boolean {
  return outbound.some(({ to, port }) => to === "internet" && port === 443);
}

/** Whether an image comes through the interface endpoints of a region. */
export function isInPrivateRegistry(image: string, region: string): boolean {
  return parsePrivateImage(image)?.region === region;
}

/** What to tell about an image that tasks without a way to the internet cannot fetch. */
export function outOfReach(region: string): Pick<Problem, "must" | "advice"> {
  return {
    must: `must be in a private ECR registry of ${region}: images come through its endpoints`,
    advice: 'Copy it to the registry, or declare outbound to "internet" on port 443 with the reason.',
  };
}
