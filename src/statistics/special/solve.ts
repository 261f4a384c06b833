/**
 * The x in [low, high] where a non-decreasing function reaches `target`, to the last bit, by bisection; the
 * nearer end where it does not reach it.
 */
export function solveIncreasing(
  value: (x: number) => number,
  target: number,
  low: number,
  high: number,
): number {
  let [below, above] = [low, high];
  for (;;) {
    const middle = below + (above - below) / 2;
    if (middle <= below || middle >= above) return middle;
    if (value(middle) < target) below = middle;
    else above = middle;
  }
}
