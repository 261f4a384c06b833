import { z } from 'zod';
import { endpoint, uuid } from '../../../../platform/api/index.ts';
import { cost, day } from './purchase-fields.ts';
import { stockItem } from './stock-desk.ts';

export const expiringStockEndpoints = {
  listExpiringStock: endpoint({
    ...({ group: 'Stock', method: 'GET', audience: 'stock:read', rate: 'read' } as const),
    ...{ path: '/expiring-stock', summary: 'Lots by when they expire, and what will not be sold in time' },
    description:
      'Of goods that came with a day until which they keep: 200 of them, the first to expire first. What expires first is ' +
      'taken to be sold first. What will be sold is the forecast’s mean.',
    output: z.object({
      items: z.array(
        z.object({
          ...{ variantId: uuid(), item: stockItem.optional() },
          lots: z
            .array(
              z.object({
                expiresOn: day,
                pieces: z.int().describe('There at most.'),
                unsold: z.int().describe('Of these, will not be sold before they expire.'),
              }),
            )
            .describe('In the order in which they are to be sold.'),
          unsold: z.int(),
          worth: cost.describe('What those are valued at.'),
        }),
      ),
    }),
    refusals: {},
  }),
};
