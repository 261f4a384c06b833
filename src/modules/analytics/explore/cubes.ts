import type { Cube } from './cube.ts';
import { LOOKED } from './cubes/looked.ts';
import { MATCHED, ORDERED } from './cubes/ordered.ts';
import { POSTED } from './cubes/posted.ts';
import { COST_KNOWN, COSTED, SOLD } from './cubes/sold.ts';
import { SPENT } from './cubes/spent.ts';
import { STOCKED } from './cubes/stocked.ts';
import { TRIED } from './cubes/tried.ts';
import { BOUGHT, VISITED } from './cubes/visited.ts';

/** Every table of facts that may be asked, each with sums that no other has. */
export const CUBES: readonly Cube[] = [
  SOLD,
  COSTED,
  COST_KNOWN,
  ORDERED,
  MATCHED,
  VISITED,
  BOUGHT,
  LOOKED,
  POSTED,
  TRIED,
  SPENT,
  STOCKED,
];

/** @throws RangeError when none has it */
export function cubeOf(sum: string): Cube {
  const cube = CUBES.find(({ sums, constants = {} }) => sum in sums || sum in constants);
  if (cube === undefined) throw new RangeError(`no cube has the sum ${sum}`);
  return cube;
}
