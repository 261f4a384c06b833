import { path } from './pen.ts';

/** Half the width at a height, both in the picture's units; heights run from the top (negative) to the ground (0). */
export type Point = readonly [radius: number, y: number];

/** How much a circle seen from slightly above is flattened. */
export const TILT = 0.17;

/**
 * The outline of a turned form: down the left side, along the foot's near edge, up the right side, along the rim's
 * far edge. `scale` narrows it about its axis.
 */
export function silhouette(points: readonly Point[], tilt = TILT): string {
  const top = points[0] ?? [0, 0];
  const foot = points.at(-1) ?? [0, 0];
  const left = points.map(([radius, y]) => [-radius, y] as const);
  const right = points.map(([radius, y]) => [radius, y] as const).toReversed();
  return (
    path('M', -top[0], top[1]) +
    smooth(left) +
    path('A', foot[0], foot[0] * tilt, 0, 0, 0, foot[0], foot[1]) +
    smooth(right) +
    path('A', top[0], top[0] * tilt, 0, 0, 0, -top[0], top[1], 'Z')
  );
}

/** A strip that follows the form between two fractions of its half width: -0.7 to -0.5 is a highlight on the left. */
export function strip(points: readonly Point[], from: number, to: number): string {
  const down = points.map(([radius, y]) => [radius * from, y] as const);
  const up = points.map(([radius, y]) => [radius * to, y] as const).toReversed();
  const start = down[0] ?? [0, 0];
  const turn = up[0] ?? [0, 0];
  return `${path('M', start[0], start[1])}${smooth(down)}${path('L', turn[0], turn[1])}${smooth(up)}Z`;
}

/** Cubic Béziers through the points, which the current position starts at: a Catmull–Rom spline. */
export function smooth(points: readonly (readonly [number, number])[]): string {
  let text = '';
  for (let index = 0; index + 1 < points.length; index += 1) {
    const from = points[index] ?? [0, 0];
    const to = points[index + 1] ?? from;
    const before = points[index - 1] ?? from;
    const after = points[index + 2] ?? to;
    text += path(
      'C',
      from[0] + (to[0] - before[0]) / 6,
      from[1] + (to[1] - before[1]) / 6,
      to[0] - (after[0] - from[0]) / 6,
      to[1] - (after[1] - from[1]) / 6,
      to[0],
      to[1],
    );
  }
  return text;
}

/** Half the width of the form at height `y`, on straight lines between its points. */
export function radiusAt(points: readonly Point[], y: number): number {
  for (let index = 0; index + 1 < points.length; index += 1) {
    const [radius, at] = points[index] ?? [0, 0];
    const [nextRadius, next] = points[index + 1] ?? [0, 0];
    if (y >= at && y <= next) return radius + ((nextRadius - radius) * (y - at)) / Math.max(1, next - at);
  }
  return points.at(-1)?.[0] ?? 0;
}
