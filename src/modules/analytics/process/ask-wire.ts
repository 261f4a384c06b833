import { z } from 'zod';
import type { Ask } from '../explore/ask.ts';
import type { AskDrill } from '../explore/run-ask.ts';
import { currency, grain, rowWire, span } from './wire-parts.ts';

/** Questions of one's own, as they are asked of the process that has the warehouse. */
export type AskQuestion =
  | { readonly ask: 'ask'; readonly asked: Ask }
  | { readonly ask: 'ask_orders'; readonly asked: Ask; readonly drill: AskDrill };

const word = z.string().max(60);
// What is too much or wrong is refused by the engine, by name.
const asked = z.strictObject({
  measures: z.array(word),
  by: z.array(word),
  span,
  grain: grain.exactOptional(),
  compare: z.enum(['previous', 'last_year']).exactOptional(),
  market: word.exactOptional(),
  currency: currency.exactOptional(),
  where: z.array(
    z.strictObject({
      dimension: word,
      is: z.enum(['one_of', 'none_of', 'contains']),
      values: z.array(z.string()),
    }),
  ),
  having: z
    .array(
      z.strictObject({
        measure: word,
        is: z.enum(['above', 'at_least', 'below', 'at_most']),
        value: z.string(),
      }),
    )
    .exactOptional(),
  sort: z.strictObject({ by: word, descending: z.boolean() }).exactOptional(),
  limit: z.int().exactOptional(),
});
const drill = z.strictObject({ row: rowWire, after: z.string().max(300).exactOptional(), limit: z.int() });

export const askQuestionWires = [
  z.strictObject({ ask: z.literal('ask'), asked }),
  z.strictObject({ ask: z.literal('ask_orders'), asked, drill }),
] as const;
