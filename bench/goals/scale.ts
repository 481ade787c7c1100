/** How much is measured. */
export interface Scale {
  /** Rounds of what takes about a second. */
  readonly rounds: number;
  /** Rounds of what takes many seconds. */
  readonly longRounds: number;
  /** Copies of one environment: about 1,000 resources, the fifty of the goal, about 20,000 resources. */
  readonly environments: readonly [small: number, middle: number, large: number];
  /** Services of one environment: about 1,000 resources, and about 20,000. */
  readonly services: readonly [small: number, large: number];
}

export const fullScale: Scale = { rounds: 9, longRounds: 5, environments: [8, 50, 157], services: [40, 950] };

/** Shows that everything runs; its ratios mean little. */
export const quickScale: Scale = { rounds: 1, longRounds: 1, environments: [1, 2, 3], services: [2, 6] };
