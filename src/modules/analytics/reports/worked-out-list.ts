import { abcXyz, abcXyzMatrix } from '../assortment/abc-xyz.ts';
import { boughtTogether, boughtTogetherByCategory } from '../assortment/bought-together.ts';
import { movers } from '../assortment/movers.ts';
import { customerCells } from '../customers/customer-cells.ts';
import { customerSegments } from '../customers/customer-segments.ts';
import type { WorkedOut } from './worked-out.ts';

/** Every report that takes more than a statement. */
export const WORKED_OUT: readonly WorkedOut[] = [
  ...[
    customerSegments,
    customerCells,
    boughtTogether,
    boughtTogetherByCategory,
    abcXyz,
    abcXyzMatrix,
    movers,
  ],
];

export function findWorkedOut(id: string): WorkedOut | undefined {
  return WORKED_OUT.find((report) => report.id === id);
}
