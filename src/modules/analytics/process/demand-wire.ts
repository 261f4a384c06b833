import { z } from 'zod';
import type { AskedDemand, VariantDemand } from '../demand/read-demand.ts';
import { day } from './wire-parts.ts';

/** A page of what was wanted of goods, as it is asked of the process that has the warehouse. */
export type DemandQuestion = { readonly ask: 'demand'; readonly asked: AskedDemand };

const variantId = z.string().max(60);
// A question is at most 64 KB long.
const asked = z.strictObject({
  ...{ from: day, to: day },
  after: z.strictObject({ units: z.int(), variantId }).exactOptional(),
  variantIds: z.array(variantId).max(1_000).exactOptional(),
  limit: z.int().min(1).max(2_000),
});

export const demandQuestionWires = [z.strictObject({ ask: z.literal('demand'), asked })] as const;

const numbers = z.array(z.number());

export const demandWire: z.ZodType<readonly VariantDemand[]> = z.array(
  z.object({
    ...{ variantId: z.string(), units: z.number(), days: numbers, pieces: numbers, prices: numbers },
    channels: z.array(z.object({ origin: z.string(), units: z.number() })),
  }),
);
