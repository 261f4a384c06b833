import type { Cube } from './cube.ts';
import { cubeOf } from './cubes.ts';
import { DIMENSIONS } from './dimensions.ts';
import { findMeasure, sumsOf } from './measures.ts';

/** The tables of facts that a measure is made of. */
export function cubesOfMeasure(id: string): readonly Cube[] {
  const measure = findMeasure(id);
  return measure === undefined ? [] : [...new Set(sumsOf(measure).map(cubeOf))];
}

/** Whether any of these is money, so that rows are of one currency each. */
export function hasMoney(measures: readonly string[]): boolean {
  return measures.some((id) => findMeasure(id)?.kind === 'money');
}

/** The dimensions by which all of these measures can be told apart and filtered. */
export function dimensionsOf(measures: readonly string[]): string[] {
  const cubes = measures.flatMap(cubesOfMeasure);
  return DIMENSIONS.map(({ id }) => id).filter((id) => cubes.every(({ dimensions }) => id in dimensions));
}
