/** How much is measured. */
export interface Scale {
  /** Rounds of what takes about a second. */
  readonly rounds: number;
  /** Rounds of what takes many seconds. */
  readonly longRounds: number;
  /** Copies of one environment: the smallest, about 1,000 resources, then more up to about 20,000. */
  readonly environments: readonly [smallest: number, thousand: number, ...larger: number[]];
  /** Services of one environment, in the same steps. */
  readonly services: readonly [smallest: number, thousand: number, ...larger: number[]];
  /** Rounds of offline plans: of fifty environments, each takes minutes. */
  readonly offlineRounds: number;
  /** Environments that are planned offline. */
  readonly offlineEnvironments: readonly [smallest: number, few: number, ...larger: number[]];
  /** Environments with twenty services that are verified. */
  readonly verifiedEnvironments: readonly [few: number, ...larger: number[]];
}

export const fullScale: Scale = {
  rounds: 9,
  longRounds: 5,
  environments: [1, 8, 50, 157],
  services: [2, 40, 950],
  offlineRounds: 2,
  offlineEnvironments: [1, 4, 50],
  verifiedEnvironments: [5, 50],
};

/** Shows that everything runs; its ratios mean little. */
export const quickScale: Scale = {
  rounds: 1,
  longRounds: 1,
  environments: [1, 2, 3],
  services: [2, 4, 6],
  offlineRounds: 1,
  offlineEnvironments: [1, 2],
  verifiedEnvironments: [1, 2],
};
