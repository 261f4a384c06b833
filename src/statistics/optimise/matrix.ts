import { at } from '../series.ts';

/** Rows of a square matrix. */
export type Matrix = readonly Float64Array[];

/**
 * The lower triangle L with L Lᵀ = matrix, or undefined where the symmetric matrix is not positive definite:
 * Golub and Van Loan (2013), Matrix Computations, 4th edition, section 4.2.
 */
export function cholesky(matrix: Matrix): Matrix | undefined {
  const lower: Float64Array[] = [];
  for (const [row, values] of matrix.entries()) {
    const line = new Float64Array(matrix.length);
    lower.push(line);
    for (let column = 0; column <= row; column += 1) {
      const rest = at(values, column) - dot(line, rowOf(lower, column), column);
      if (column < row) line[column] = rest / at(rowOf(lower, column), column);
      else if (rest > 0) line[row] = Math.sqrt(rest);
      else return undefined;
    }
  }
  return lower;
}

/** The inverse of a symmetric positive definite matrix, or undefined where it is not positive definite. */
export function inverse(matrix: Matrix): Matrix | undefined {
  const lower = cholesky(matrix);
  if (lower === undefined) return undefined;
  return matrix.map((_, index) => solve(lower, new Float64Array(matrix.length).with(index, 1)));
}

/** vᵀ M v: the variance of v · x where M is the covariance of x. */
export function quadraticForm(matrix: Matrix, vector: Float64Array): number {
  return dot(vector, times(matrix, vector), vector.length);
}

/** M v. */
export function times(matrix: Matrix, vector: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => dot(row, vector, vector.length));
}

function solve(lower: Matrix, right: Float64Array): Float64Array {
  const size = right.length;
  const forward = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    const line = rowOf(lower, row);
    forward[row] = (at(right, row) - dot(line, forward, row)) / at(line, row);
  }
  const solution = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = at(forward, row);
    for (let below = row + 1; below < size; below += 1)
      rest -= at(rowOf(lower, below), row) * at(solution, below);
    solution[row] = rest / at(rowOf(lower, row), row);
  }
  return solution;
}

function dot(one: Float64Array, other: Float64Array, count: number): number {
  let total = 0;
  for (let index = 0; index < count; index += 1) total += at(one, index) * at(other, index);
  return total;
}

function rowOf(matrix: Matrix, index: number): Float64Array {
  const row = matrix[index];
  if (row === undefined) throw new RangeError(`no row ${index} in a matrix of ${matrix.length}`);
  return row;
}
