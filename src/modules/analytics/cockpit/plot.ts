/** Where a chart over time draws in its frame, in pixels: what stands below it has to meet its axis. */
export const PLOT = { left: 58, right: 28 } as const;
