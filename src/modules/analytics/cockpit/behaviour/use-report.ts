import { type Asking, useRead } from '../../../../platform/cockpit/api/index.ts';
import { useFreshNumbers } from '../report-shown.tsx';
import type { Asked } from '../span/use-asked.ts';

type Query = NonNullable<Asking<'runReport'>['query']>;

/**
 * A report of the days and the market in the address.
 *
 * @param isBeside another read of the screen keeps the numbers new
 */
export function useReport(id: string, asked: Asked, more: Partial<Query> = {}, isBeside = false) {
  const { grain: _, compare: __, ...days } = asked.query;
  const sent = { params: { id }, query: { ...days, ...more } };
  const read = useRead('runReport', sent, { about: ['analytics'], isKept: true });
  useFreshNumbers(read, { isOff: isBeside });
  return read;
}
