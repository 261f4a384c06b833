import { z } from 'zod';
import type { LiveAnswer } from '../live/live-answer.ts';
import { currency } from './wire-parts.ts';

/** What goes on in the shop now. */
export type LiveQuestion = { readonly ask: 'live' };

export const liveQuestionWires = [z.strictObject({ ask: z.literal('live') })] as const;

const instant = z.string().transform((text) => Temporal.Instant.from(text));
const big = z.strictObject({ bigint: z.string() }).transform(({ bigint }) => BigInt(bigint));
const counted = z.array(z.object({ name: z.string(), visitors: z.int() }));

export const liveWire: z.ZodType<LiveAnswer> = z.object({
  at: instant,
  visitors: z.object({ last5: z.int(), last30: z.int() }),
  minutes: z.array(z.object({ at: instant, views: z.int() })),
  ...{ pages: counted, countries: counted, channels: counted, devices: counted },
  stages: z.object({ cart: z.int(), checkout: z.int(), bought: z.int() }),
  orders: z.array(
    z.object({
      ...{ id: z.string(), number: z.string(), placedAt: instant, country: z.string(), currency },
      totalMinor: big,
    }),
  ),
});
