import type { JsonAnswer } from "./delivered-estate";

/** How a command ended, to be compared: its exit code, what it complained of, and the outcome of each service. */
export function endOf({ status, stderr, services }: JsonAnswer) {
  return {
    status,
    stderr,
    outcomes: services.map(({ service, outcome }) => `${service}: ${outcome}`).sort(),
  };
}

/** An end with the same outcome for all services. */
export function allEnded(status: number, outcome: string, services: readonly string[]) {
  return { status, stderr: "", outcomes: services.map((service) => `${service}: ${outcome}`).sort() };
}
