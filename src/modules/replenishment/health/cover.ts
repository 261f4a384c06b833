import type { DemandForecast } from '../../../statistics/index.ts';

const LONGEST_COVER = 3_650;

/** @returns days until so many pieces will probably be gone, up to ten years; nothing where they are not by then */
export function coverOf(pieces: number, { meanOver }: Pick<DemandForecast, 'meanOver'>): number | undefined {
  if (pieces <= 0) return 0;
  if (meanOver(LONGEST_COVER) < pieces) return undefined;
  let [before, after] = [0, LONGEST_COVER];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (meanOver(middle) < pieces) before = middle;
    else after = middle;
  }
  return before;
}
