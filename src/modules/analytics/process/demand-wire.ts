import { z } from 'zod';
import type { AskedDemand, DemandMark, VariantDemand } from '../demand/read-demand.ts';
import { day } from './wire-parts.ts';

/** A page of what was wanted of goods, as it is asked of the process that has the warehouse. */
export type DemandQuestion =
  | { readonly ask: 'demand'; readonly asked: AskedDemand }
  | { readonly ask: 'demand_marks'; readonly asked: Pick<AskedDemand, 'from' | 'to'> };

const variantId = z.string().max(60);
// A question is at most 64 KB long.
const asked = z.strictObject({
  ...{ from: day, to: day },
  after: z.strictObject({ units: z.int(), variantId }).exactOptional(),
  variantIds: z.array(variantId).max(1_000).exactOptional(),
  limit: z.int().min(1).max(2_000),
});

export const demandQuestionWires = [
  z.strictObject({ ask: z.literal('demand'), asked }),
  z.strictObject({ ask: z.literal('demand_marks'), asked: z.strictObject({ from: day, to: day }) }),
] as const;

// Tens of millions of numbers come in a night: looked at one by one here, and not by a parser of each.
const numbers = z.custom<readonly number[]>(
  (value) => Array.isArray(value) && value.every((one) => typeof one === 'number'),
);
const channel = z.object({ origin: z.string(), units: z.number(), weeks: numbers, pieces: numbers });

export const demandWire: z.ZodType<readonly VariantDemand[]> = z.array(
  z.object({
    ...{ variantId: z.string(), units: z.number(), days: numbers, pieces: numbers, prices: numbers },
    channels: z.array(channel),
  }),
);

export const demandMarksWire: z.ZodType<readonly DemandMark[]> = z.array(
  z.object({ variantId: z.string(), units: z.number(), mark: z.string() }),
);
