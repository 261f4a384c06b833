import { at } from '../series.ts';

/**
 * A smooth function on [low, high] by its values at `nodes` Chebyshev points of the second kind: the second form of the
 * barycentric formula (Berrut and Trefethen 2004, "Barycentric Lagrange interpolation", SIAM Review 46(3),
 * equations 4.2 and 5.4). For what is dear to work out and asked for often. Of what is analytic around the
 * interval the error falls geometrically with the nodes.
 *
 * @example interpolated(Math.exp, 0, 1, 12)(0.3) // 1.3498588…, to 1e-13
 */
export function interpolated(
  fn: (x: number) => number,
  low: number,
  high: number,
  nodes: number,
): (x: number) => number {
  const [centre, half] = [(low + high) / 2, (high - low) / 2];
  const places = Float64Array.from(
    { length: nodes },
    (_, index) => centre + half * Math.cos((Math.PI * index) / (nodes - 1)),
  );
  const values = places.map(fn);
  const weights = values.map(
    (_, index) => (index % 2 === 0 ? 1 : -1) * (index % (nodes - 1) === 0 ? 0.5 : 1),
  );
  return (x) => {
    let [above, below] = [0, 0];
    for (let index = 0; index < nodes; index += 1) {
      const away = x - at(places, index);
      if (away === 0) return at(values, index);
      const weight = at(weights, index) / away;
      above += weight * at(values, index);
      below += weight;
    }
    return above / below;
  };
}
