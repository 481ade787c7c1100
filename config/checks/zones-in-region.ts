import { zoneLetters } from "../../limits/zone-letters";
import { formatGiven, type Problem } from "../../problems/problem";
import { alternatives } from "../../problems/did-you-mean";
import type { EnvironmentCheck } from "./environment-check";

/** Most regions have three zones; AWS makes no subnet in one that is not there. */
export const zonesInRegion: EnvironmentCheck = ({ region, network: { zones = [] } }) => {
  if (region === undefined) return [];
  const letters = zoneLetters(region);
  const missing = zones.filter((zone) => !letters.includes(zone));
  return missing.map((zone): Problem => {
    const must = `must be zones of ${region}: ${alternatives(letters)}`;
    const advice = `Use ${JSON.stringify(letters.slice(0, 2))}, or another region.`;
    return { where: "network.zones", must, got: formatGiven(zone), advice };
  });
};
