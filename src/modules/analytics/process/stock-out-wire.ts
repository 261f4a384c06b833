import { z } from 'zod';
import type { StockOut } from '../annotations/stock-outs.ts';
import { day } from './wire-parts.ts';

export type StockOutQuestion = {
  readonly ask: 'stock_outs';
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly market?: string;
};

export const stockOutQuestionWires = [
  z.strictObject({
    ...{ ask: z.literal('stock_outs'), from: day, to: day },
    market: z.string().max(60).exactOptional(),
  }),
] as const;

export const stockOutsWire: z.ZodType<StockOut[]> = z.array(
  z.object({ kind: z.literal('stock_out'), title: z.string(), from: day, to: day }),
);
