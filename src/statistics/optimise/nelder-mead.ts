import { at } from '../series.ts';

export type Minimum = {
  readonly at: Float64Array;
  readonly value: number;
  readonly evaluations: number;
  /** False where the evaluations ran out first: then `at` is the best point seen, and no minimum. */
  readonly hasConverged: boolean;
};

export type Stopping = {
  /** Largest distance of any coordinate of the simplex from its best point. */
  readonly step: number;
  /** Largest difference of the function on the simplex from its best value. */
  readonly value: number;
  readonly evaluations: number;
};

type Vertex = { readonly point: Float64Array; readonly value: number };
type Function = (point: Float64Array) => number;

/**
 * A local minimum of a function of n variables without its derivatives: Lagarias, Reeds, Wright and Wright
 * (1998), "Convergence properties of the Nelder–Mead simplex method in low dimensions", SIAM J. Optim. 9(1),
 * section 2 with ρ = 1, χ = 2, γ = σ = ½ and its tie-breaking rules. It stops when the simplex is within both
 * tolerances of `stopping`. The first simplex is `start` and, for each variable, `start` with that variable
 * moved by `firstStep` of it. The function may be +∞ (not NaN) where it is not defined.
 *
 * @example nelderMead(([x = 0]) => (x - 3) ** 2, [1], { step: 1e-8, value: 1e-8, evaluations: 1000 }, () => 0.1)
 */
export function nelderMead(
  fn: Function,
  start: ArrayLike<number>,
  stopping: Stopping,
  firstStep: (coordinate: number) => number,
): Minimum {
  let evaluations = 0;
  const vertex = (point: Float64Array): Vertex => {
    evaluations += 1;
    return { point, value: fn(point) };
  };
  const first = Float64Array.from(start);
  const moved = Array.from(first, (coordinate, index) =>
    first.with(index, coordinate + firstStep(coordinate)),
  );
  const simplex = [first, ...moved].map(vertex).sort(byValue);
  while (!isWithin(simplex, stopping)) {
    if (evaluations >= stopping.evaluations) return { ...bestOf(simplex), evaluations, hasConverged: false };
    const accepted = step(simplex, vertex);
    if (accepted === undefined) shrink(simplex, vertex);
    else insert(simplex, accepted);
  }
  return { ...bestOf(simplex), evaluations, hasConverged: true };
}

/** The vertex that takes the place of the worst, or undefined where the simplex is to shrink. */
function step(simplex: readonly Vertex[], vertex: (point: Float64Array) => Vertex): Vertex | undefined {
  const [best, beforeWorst, worst] = [vertexAt(simplex, 0), vertexAt(simplex, -2), vertexAt(simplex, -1)];
  const others = simplex.slice(0, -1);
  const centre = worst.point.map(
    (_, index) => others.reduce((total, { point }) => total + at(point, index), 0) / others.length,
  );
  const along = (distance: number) =>
    vertex(centre.map((coordinate, index) => coordinate + distance * (coordinate - at(worst.point, index))));
  const reflected = along(1);
  if (reflected.value < best.value) {
    const expanded = along(2);
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < beforeWorst.value) return reflected;
  if (reflected.value < worst.value) {
    const outside = along(0.5);
    return outside.value <= reflected.value ? outside : undefined;
  }
  const inside = along(-0.5);
  return inside.value < worst.value ? inside : undefined;
}

function shrink(simplex: Vertex[], vertex: (point: Float64Array) => Vertex): void {
  const best = vertexAt(simplex, 0).point;
  for (const [index, { point }] of [...simplex.entries()].slice(1)) {
    simplex[index] = vertex(
      best.map((coordinate, place) => coordinate + 0.5 * (at(point, place) - coordinate)),
    );
  }
  simplex.sort(byValue);
}

// A new vertex stands behind older ones of the same value: the tie-breaking rule of Lagarias et al.
function insert(simplex: Vertex[], accepted: Vertex): void {
  simplex.pop();
  const place = simplex.findIndex(({ value }) => accepted.value < value);
  simplex.splice(place < 0 ? simplex.length : place, 0, accepted);
}

function isWithin(simplex: readonly Vertex[], stopping: Stopping): boolean {
  const best = vertexAt(simplex, 0);
  return simplex.every(
    ({ point, value }) =>
      Math.abs(value - best.value) <= stopping.value &&
      point.every((coordinate, index) => Math.abs(coordinate - at(best.point, index)) <= stopping.step),
  );
}

function bestOf(simplex: readonly Vertex[]): { at: Float64Array; value: number } {
  const best = vertexAt(simplex, 0);
  return { at: best.point, value: best.value };
}

function vertexAt(simplex: readonly Vertex[], index: number): Vertex {
  const vertex = simplex.at(index);
  if (vertex === undefined) throw new RangeError('a simplex of a function of no variables');
  return vertex;
}

function byValue(one: Vertex, other: Vertex): number {
  return one.value - other.value;
}
