import { z } from 'zod';
import {
  currencyInput,
  endpoint,
  id,
  instant,
  instantInput,
  list,
  money,
  moneyInput,
  uuid,
} from '../../../../platform/api/index.ts';
import { refusedItem, variantIds } from './stock.ts';

const shared = { group: 'Prices', audience: 'prices:write', rate: 'write', refusals: {} } as const;

export const scheduledPriceEndpoints = {
  readScheduledPrices: endpoint({
    ...{ ...shared, method: 'GET', path: '/scheduled-prices', summary: 'Prices that are still to come' },
    ...{ audience: 'products:read', rate: 'read', query: z.strictObject({ variantIds }) },
    output: z.object({
      items: z.array(
        z.object({ variantId: uuid(), startsAt: instant(), price: money, compareAt: money.optional() }),
      ),
    }),
  }),
  schedulePrices: endpoint({
    ...{ ...shared, method: 'PUT', path: '/scheduled-prices', summary: 'Have prices begin at a moment' },
    description: 'One for the same variant, currency and moment replaces the one before.',
    body: z.strictObject({
      startsAt: instantInput(),
      prices: list(
        z.strictObject({
          ...{ variantId: id<'variant'>(), price: moneyInput() },
          compareAt: moneyInput().optional(),
        }),
        1_000,
        1,
      ),
    }),
    output: z.object({ refused: z.array(refusedItem).describe('The others went in.') }),
    changes: { kind: 'prices', id: 'prices.variantId', read: 'readScheduledPrices' },
  }),
  withdrawScheduledPrices: endpoint({
    ...{ ...shared, method: 'DELETE', path: '/scheduled-prices/{variantId}/{currency}' },
    summary: 'Take back what has not begun',
    params: z.strictObject({ variantId: id<'variant'>(), currency: currencyInput() }),
    output: z.object({ isWithdrawn: z.boolean() }),
    changes: { kind: 'prices', id: 'variantId', read: 'readScheduledPrices' },
  }),
};
