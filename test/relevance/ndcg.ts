/**
 * Normalised discounted cumulative gain of the first `depth` grades: K. Järvelin and J. Kekäläinen, "Cumulated
 * gain-based evaluation of IR techniques", ACM TOIS 20(4), 2002, with the gain 2^grade - 1 of Burges et al. (ICML 2005)
 * and the discount log2(1 + rank). 1 is the best order that the whole catalogue allows, 0 finds nothing wanted.
 *
 * @param grades of the products listed, in order
 * @param all the grades of every product there is
 */
export function ndcg(grades: readonly number[], all: readonly number[], depth: number): number {
  const ideal = gainOf(
    all.toSorted((a, b) => b - a),
    depth,
  );
  return ideal === 0 ? 0 : gainOf(grades, depth) / ideal;
}

function gainOf(grades: readonly number[], depth: number): number {
  return grades
    .slice(0, depth)
    .reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}
