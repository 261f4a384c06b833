/** What a scenario may be asked; each takes what it knows and has its own defaults. */
export type ScenarioOptions = {
  /** How many products the shop has, or variants in a file to import. */
  readonly products?: number;
  readonly connections?: number;
  readonly seed?: number;
};

/** Measured values by name; the name ends with the unit: `p99Ms`, `rowsPerSecond`, `peakRssMb`. */
export type Figures = Readonly<Record<string, number>>;

/** Something worth measuring: `export const scenario` of a file in test/bench. It starts and stops all that it needs. */
export type Scenario = {
  readonly name: string;
  readonly run: (options: ScenarioOptions) => Promise<Figures>;
};
