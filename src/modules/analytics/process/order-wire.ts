import { z } from 'zod';
import type { ShownOrder } from '../reports/orders-shown.ts';
import { currency, day } from './wire-parts.ts';

/** Which orders are meant, as it is asked of the process that has the warehouse. */
export type OrderQuestion = { readonly ask: 'shown_orders'; readonly orderIds: readonly string[] };

export const orderQuestionWires = [
  z.strictObject({ ask: z.literal('shown_orders'), orderIds: z.array(z.string().max(300)).max(1_000) }),
] as const;

const big = z.strictObject({ bigint: z.string() }).transform(({ bigint }) => BigInt(bigint));

export const shownOrdersWire: z.ZodType<readonly ShownOrder[]> = z.array(
  z.object({
    ...{ orderId: z.string(), number: z.string(), origin: z.string(), day, currency, netMinor: big },
  }),
);
