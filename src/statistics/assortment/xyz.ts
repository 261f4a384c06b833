import { mean, variance } from '../series.ts';

export type XyzClass = 'X' | 'Y' | 'Z';

export type Steadiness = {
  readonly xyz: XyzClass;
  /** Standard deviation of demand over its mean; Infinity where nothing was wanted. */
  readonly variation: number;
};

/**
 * How steady an item's demand is over equal periods (weeks): X with a coefficient of variation up to 0.5, Y
 * up to 1, Z above (Scholz-Reiter, Heger, Meinecke and Bergmann 2012, "Integration of demand forecasts in
 * ABC-XYZ analysis", Int. J. Productivity and Performance Management 61). Give the periods from the first in
 * which it could be bought, and none in which it was out of stock. Undefined for fewer than `least` periods:
 * not enough data.
 */
export function xyzClass(
  demand: readonly number[],
  {
    least = 8,
    limits = { x: 0.5, y: 1 },
  }: {
    readonly least?: number;
    readonly limits?: { readonly x: number; readonly y: number };
  } = {},
): Steadiness | undefined {
  if (demand.length < Math.max(2, least)) return undefined;
  const centre = mean(demand);
  const variation = centre > 0 ? Math.sqrt(variance(demand)) / centre : Number.POSITIVE_INFINITY;
  return { variation, xyz: variation <= limits.x ? 'X' : variation <= limits.y ? 'Y' : 'Z' };
}
