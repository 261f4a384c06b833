import fc from 'fast-check';
import { currencyOf } from '../../../../kernel/index.ts';
import { newId } from '../../../../platform/id.ts';
import { taxSum } from '../../after-sale/tax-sums.ts';
import { aLine, anOrder } from '../../after-sale/testing/an-order-to-refund.ts';
import type { Order, OrderLine } from '../../order.ts';

export type RandomOrder = Pick<Order, 'lines' | 'quotedDelivery' | 'currency' | 'pricesIncludeTax'>;

const EUR = currencyOf('EUR');
const amount = (max: number) => fc.integer({ min: 0, max }).map(BigInt);
const tax = fc.record({
  name: fc.constant('VAT'),
  country: fc.constantFrom('DE', 'FR', 'US'),
  region: fc.constantFrom(undefined, 'CA'),
  rateMillionths: fc.constantFrom(0, 55_000, 72_500, 190_000),
  baseMinor: amount(9_000),
  taxMinor: amount(2_000),
});

/** Amounts as a quote could have them: what is taxed and how much is anything, but it sums. */
const priced = fc.record({
  netMinor: amount(90_000),
  discountMinor: amount(9_000),
  taxes: fc.array(tax, { maxLength: 2 }),
});

function amountsOf({
  netMinor,
  discountMinor,
  taxes,
}: Pick<OrderLine, 'netMinor' | 'discountMinor' | 'taxes'>) {
  const taxMinor = taxSum(taxes);
  return { netMinor, discountMinor, taxes, taxMinor, totalMinor: netMinor + taxMinor };
}

const line = fc
  .record({ priced, quantity: fc.integer({ min: 1, max: 7 }), isGiftCard: fc.integer({ min: 0, max: 5 }) })
  .map(({ priced: given, quantity, isGiftCard }): OrderLine => {
    const kind = isGiftCard === 0 ? 'gift_card' : 'physical';
    const taxes = kind === 'gift_card' ? [] : given.taxes;
    return { ...aLine({ quantity }), kind, ...amountsOf({ ...given, taxes }) };
  });

const delivery = fc.option(priced, { nil: undefined }).map((given): Order['quotedDelivery'] => {
  if (given === undefined) return undefined;
  const whole = amountsOf(given);
  const about = { optionId: 'standard', priceMinor: whole.totalMinor, discounts: [] };
  return { ...about, ...whole };
});

/** An order of a few lines, some of them gift cards, with or without delivery. */
export const randomOrder: fc.Arbitrary<RandomOrder> = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  quotedDelivery: delivery,
  currency: fc.constant(EUR),
  pricesIncludeTax: fc.boolean(),
});

/** The same lines and another delivery, taxed otherwise: an order that goes to another place. */
export const randomMove: fc.Arbitrary<readonly [RandomOrder, RandomOrder]> = fc
  .tuple(randomOrder, fc.array(priced, { minLength: 4, maxLength: 4 }), delivery)
  .map(([before, anew, quotedDelivery]) => {
    const lines = before.lines.map((one, index) => {
      const { netMinor, taxes } = anew[index] ?? one;
      return { ...one, ...amountsOf({ ...one, netMinor, taxes: one.kind === 'gift_card' ? [] : taxes }) };
    });
    return [before, { ...before, lines, quotedDelivery }];
  });

/** As much of it as can be given back. */
export function refundable(order: RandomOrder) {
  const captured = 10_000_000n;
  const plain = anOrder({ lines: order.lines, captured, delivery: 0n });
  return { ...plain, ...order, customerId: newId<'customer'>() };
}
