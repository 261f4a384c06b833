import { z } from 'zod';
import { parseCurrency } from '../../../kernel/index.ts';

/** What questions and answers are made of, as they come over the wire. */
export const day = z.string().transform((text) => Temporal.PlainDate.from(text));
export const span = z.strictObject({ from: day, to: day });
export const currency = z.string().transform((text, context) => {
  const code = parseCurrency(text);
  if (code !== undefined) return code;
  context.addIssue({ code: 'custom', message: 'is no currency' });
  return z.NEVER;
});
export const grain = z.enum(['hour', 'day', 'week', 'month']);
/** What a row is of. */
export const rowWire = z.strictObject({
  of: z.record(z.string(), z.string()),
  currency: currency.exactOptional(),
});
