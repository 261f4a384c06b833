import type { Judged } from './rule.ts';

/** From the first number out of the ordinary to the first that is not. */
export type Episode = {
  readonly began: Judged;
  /** How many hours, days or weeks were out. */
  readonly length: number;
  /** The first that was as usual again. */
  readonly ended?: Judged;
};

/**
 * Episodes in what was judged, in order. What could not be judged neither begins nor ends one.
 *
 * @param open one that went on before
 */
export function episodesOf(judged: readonly (Judged | undefined)[], open?: Episode): readonly Episode[] {
  const found: Episode[] = [];
  let current = open;
  for (const point of judged) {
    if (point === undefined) continue;
    if (point.isOut) {
      current =
        current === undefined ? { began: point, length: 1 } : { ...current, length: current.length + 1 };
    } else if (current !== undefined) {
      found.push({ ...current, ended: point });
      current = undefined;
    }
  }
  return current === undefined ? found : [...found, current];
}
