export const DIMENSIONS = ['source', 'medium', 'channel', 'country', 'device'] as const;
export const COUNTS = ['sessions', 'visitors', 'pageviews'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Count = (typeof COUNTS)[number];

/** What another tool counted on a day, for one combination of what its file tells apart. */
export type TrafficRow = {
  readonly line: number;
  readonly day: Temporal.PlainDate;
  /**
   * The dimensions that the file tells apart: `source+medium`; '' for whole days. The same visits are in every breakdown:
   * sums are of one of them.
   */
  readonly breakdown: string;
} & Readonly<Record<Dimension, string | undefined>> &
  Readonly<Record<Count, number | undefined>>;

export type TrafficTool = 'google_analytics' | 'matomo' | 'plausible' | 'table';
