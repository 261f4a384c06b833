import { currencyOf } from '../../../../kernel/index.ts';
import { newId } from '../../../../platform/id.ts';
import type { OrderLine } from '../../order.ts';
import type { planRefund } from '../plan-refund.ts';
import type { Refunded, RefundPlan, RefundRequest } from '../refund.ts';

export type PlannedOrder = Parameters<typeof planRefund>[0];

const VAT = { name: 'VAT', country: 'DE', rateMillionths: 190_000 };
export const NOTHING: Refunded = {
  deliveryMinor: 0n,
  overpaidMinor: 0n,
  reducedMinor: 0n,
  paymentMinor: 0n,
  giftCardMinor: 0n,
  storeCreditMinor: 0n,
  amountMinor: 0n,
};

export function plus(refunded: Refunded, plan: RefundPlan): Refunded {
  return {
    deliveryMinor: refunded.deliveryMinor + plan.deliveryMinor,
    overpaidMinor: refunded.overpaidMinor + plan.overpaidMinor,
    reducedMinor: refunded.reducedMinor + plan.reducedMinor,
    paymentMinor: refunded.paymentMinor + plan.paymentMinor,
    giftCardMinor: refunded.giftCardMinor + plan.giftCardMinor,
    storeCreditMinor: refunded.storeCreditMinor + plan.storeCreditMinor,
    amountMinor: refunded.amountMinor + plan.amountMinor,
  };
}

export function ask(
  some: Partial<Omit<RefundRequest, 'lines'>> & {
    readonly lines?: readonly (readonly [OrderLine, number])[];
  },
): RefundRequest {
  const { lines = [], ...rest } = some;
  const asked = lines.map(([line, quantity]) => ({ lineId: line.id, quantity }));
  return { delivery: 'none', goodwillMinor: 0n, means: 'original', ...rest, lines: asked };
}

export function anOrder(some: {
  readonly lines: readonly OrderLine[];
  readonly captured: bigint;
  readonly delivery: bigint;
  readonly giftCard?: bigint;
  readonly storeCredit?: bigint;
}): PlannedOrder {
  const { delivery } = some;
  const taxMinor = delivery / 6n;
  const credit = { giftCardId: undefined, last4: '' };
  return {
    lines: some.lines,
    ...{ customerId: undefined, currency: currencyOf('EUR') },
    facts: { capturedMinor: some.captured, dueMinor: some.captured },
    quotedDelivery: {
      ...{ optionId: 'standard', priceMinor: delivery, discountMinor: 0n, netMinor: delivery - taxMinor },
      ...{
        taxMinor,
        totalMinor: delivery,
        discounts: [],
        taxes: [{ ...VAT, baseMinor: delivery - taxMinor, taxMinor }],
      },
    },
    credits: [
      { ...credit, kind: 'gift_card', amountMinor: some.giftCard ?? 0n },
      { ...credit, kind: 'store_credit', amountMinor: some.storeCredit ?? 0n },
    ],
  };
}

export function aLine(some: {
  readonly quantity?: number;
  readonly totalMinor?: bigint;
  readonly taxMinor?: bigint;
}): OrderLine {
  const { quantity = 1, totalMinor = 1000n, taxMinor = 0n } = some;
  const goods = {
    sku: undefined,
    title: 'Mug',
    handle: 'mug',
    options: [],
    assetId: undefined,
    kind: 'physical',
  } as const;
  const handedOver = {
    fulfilledQuantity: 0,
    deliveredQuantity: 0,
    returnedQuantity: 0,
    refundedQuantity: 0,
    removedQuantity: 0,
  };
  return {
    ...goods,
    ...handedOver,
    ...{ id: newId(), position: 0, variantId: newId(), productId: newId(), giftMessage: '', isGift: false },
    ...{ quantity, requiresShipping: true, weightGrams: 300, unitMinor: 2000n, subtotalMinor: totalMinor },
    ...{
      discountMinor: 0n,
      netMinor: totalMinor - taxMinor,
      taxMinor,
      totalMinor,
      discounts: [],
      components: [],
    },
    priceReason: { kind: 'base' },
    taxes: [{ ...VAT, baseMinor: totalMinor - taxMinor, taxMinor }],
  };
}
