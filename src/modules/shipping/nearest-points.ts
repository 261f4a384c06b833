import type { PickupPoint } from './pickup-point.ts';
import { compactCode } from './place-match.ts';
import type { Destination } from './zone.ts';

/**
 * At most `limit` points, those first whose postal code is most like the destination's: by length of the common
 * beginning, then by distance of the numbers. Postal codes are given out by area, so that this is near enough to choose
 * from and needs no map.
 */
export function nearestPoints(
  points: readonly PickupPoint[],
  destination: Destination,
  limit: number,
): PickupPoint[] {
  const wanted = compactCode(destination.postalCode ?? '');
  return points
    .map((point) => {
      const code = compactCode(point.address.postalCode ?? '');
      return { point, shared: sharedLength(code, wanted), distance: distanceOf(code, wanted) };
    })
    .toSorted(
      (a, b) => b.shared - a.shared || a.distance - b.distance || (a.point.name < b.point.name ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ point }) => point);
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function distanceOf(a: string, b: string): number {
  const distance = Math.abs(Number.parseInt(a, 10) - Number.parseInt(b, 10));
  return Number.isNaN(distance) ? Number.MAX_SAFE_INTEGER : distance;
}
