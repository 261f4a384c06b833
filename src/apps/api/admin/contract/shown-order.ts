import { z } from 'zod';
import { uuid } from '../../../../platform/api/index.ts';

/** An order behind a number of a report. */
export const shownOrder = z.object({
  id: uuid().optional().describe('Of an order of this shop; what was sold elsewhere has no page here.'),
  number: z.string().describe('Of the shop that sold it.'),
  origin: z.string().describe('Empty: this shop. Else the import that it came with.'),
  day: z.string().meta({ format: 'date' }).describe('On which it was placed, in the shop’s zone.'),
  netSales: z
    .string()
    .describe('Gross sales − discounts − returns until now, a decimal without tax and delivery.'),
  currency: z.string(),
});
