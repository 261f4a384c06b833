import { z } from 'zod';
import { money, uuid } from '../../../../platform/api/index.ts';
import { address, deliveryOption } from './address.ts';
import { picture } from './catalogue.ts';

const notice = z.object({
  kind: z.string().describe('price_changed, reduced_quantity, out_of_stock, code_refused, …'),
  lineId: uuid().optional(),
  title: z.string().optional(),
  code: z.string().optional(),
  reason: z.string().optional(),
  before: money.optional(),
  now: money.optional(),
  wanted: z.int().optional(),
  available: z.int().optional(),
  expectedOn: z.iso.date().optional().describe('About when it is back, where the shop says so.'),
});

const line = z.object({
  id: uuid(),
  variantId: uuid(),
  productId: uuid(),
  handle: z.string(),
  title: z.string(),
  sku: z.string().optional(),
  options: z.array(z.object({ name: z.string(), value: z.string() })),
  picture: picture.optional(),
  kind: z.enum(['physical', 'digital', 'bundle', 'gift_card']),
  quantity: z.int(),
  soldQuantity: z.int().describe('How many of them can be had now: these are in the totals.'),
  available: z.int().optional(),
  giftMessage: z.string(),
  isGift: z.boolean().describe('Given by a promotion.'),
  unitPrice: money.optional(),
  compareAt: money.optional(),
  priceReason: z.string().optional().describe('base, or the name of the price list.'),
  subtotal: money.optional(),
  discount: money.optional(),
  tax: money.optional(),
  total: money.optional(),
});

export const taxTotal = z
  .object({
    name: z.string(),
    country: z.string(),
    region: z.string().optional(),
    rate: z.string().describe('A decimal: 0.19'),
    base: money,
    tax: money,
  })
  .meta({ id: 'TaxTotal' });

export const promotionVerdict = z
  .object({
    isApplied: z.boolean(),
    promotionId: z.string().optional(),
    name: z.string().optional(),
    code: z.string().optional(),
    amount: money.optional(),
    reason: z.string().optional().describe('Why it did not apply.'),
  })
  .meta({ id: 'PromotionVerdict' });

export const totals = z
  .object({ subtotal: money, discount: money, delivery: money, tax: money, total: money })
  .meta({ id: 'Totals' });

/** A cart as it is priced now. */
export const cart = z
  .object({
    id: uuid(),
    market: z.string(),
    locale: z.string(),
    currency: z.string(),
    pricesIncludeTax: z.boolean(),
    lines: z.array(line),
    totals,
    taxes: z.array(taxTotal),
    promotions: z.array(promotionVerdict),
    credits: z.array(
      z.object({ kind: z.enum(['gift_card', 'store_credit']), last4: z.string().optional(), amount: money }),
    ),
    due: money.describe('Left for a payment, after gift cards and store credit.'),
    email: z.string(),
    phone: z.string(),
    shippingAddress: address.optional(),
    billingAddress: address.optional(),
    isEstimate: z
      .boolean()
      .describe("Tax and delivery are the market's first country's until there is an address."),
    deliveryOptions: z.array(deliveryOption),
    deliveryOptionId: z.string().optional(),
    note: z.string(),
    giftMessage: z.string(),
    vatId: z.string(),
    codes: z.array(z.string()),
    giftCards: z.array(z.object({ id: uuid(), last4: z.string() })),
    usesStoreCredit: z.boolean(),
    acceptsMarketing: z.boolean(),
    notices: z.array(notice),
    missing: z.array(z.string()).describe('What has to be said before it can be ordered; none: ready.'),
    isCompleted: z.boolean(),
  })
  .meta({ id: 'Cart' });
