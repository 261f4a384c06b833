import { z } from 'zod';
import type { ReportBlock } from '../question/question.ts';
import { SPANS } from '../question/question.ts';
import type { Recipient } from '../schedule/schedule.ts';

/** What is kept as JSON, read back as what it is: a row that is none is a mistake, and throws. */
const question = z.union([
  z.object({ kind: z.literal('query'), text: z.string() }),
  z.object({
    kind: z.literal('report'),
    report: z.string(),
    span: z.enum(SPANS),
    compare: z.enum(['previous', 'last_year']).exactOptional(),
    grain: z.enum(['hour', 'day', 'week', 'month']).exactOptional(),
    market: z.string().exactOptional(),
  }),
]);

export const blocksWire: z.ZodType<readonly ReportBlock[]> = z.array(
  z.object({ title: z.string(), question, measures: z.array(z.string()) }),
);

export const recipientsWire: z.ZodType<readonly Recipient[]> = z.array(
  z.union([
    z.object({ kind: z.literal('member'), memberId: z.string() }),
    z.object({ kind: z.literal('address'), email: z.string() }),
  ]),
);
