import { type CurrencyCode, type Money, ok, refuse } from '../../../../kernel/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  addLandedCost,
  keepSupplierInvoice,
  parseRate,
  readPurchaseOrder,
  receivePurchaseOrder,
  returnPurchasedGoods,
  undoLandedCost,
  undoReceipt,
  undoSupplierInvoice,
  undoSupplierReturn,
} from '../../../../modules/purchasing/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { actorOf } from '../actor.ts';
import type { purchaseReceiptEndpoints } from '../contract/purchase-receipts.ts';
import { noOrder, whole } from './purchase-orders.ts';

export function purchaseReceiptHandlers(): Handlers<typeof purchaseReceiptEndpoints> {
  return {
    receivePurchaseOrder: async ({ params: { id }, body: { rate, ...body }, caller, now, tx }) => {
      const input = { ...body, id, rateE10: rateIn(rate), by: actorOf(caller), now };
      const received = await receivePurchaseOrder(tx, input);
      return received.ok ? whole(tx, now, ok(received.value.order)) : received;
    },
    undoPurchaseReceipt: async ({ params: { id }, caller, now, tx }) =>
      whole(tx, now, await undoReceipt(tx, { id, by: actorOf(caller), now })),
    addPurchaseCost: async ({ params: { id }, body: { amount, ...body }, caller, now, tx }) => {
      const { defaultCurrency } = await readShop(tx);
      const foreign = foreignAmount([['amount', amount]], defaultCurrency);
      if (foreign !== undefined) return foreign;
      const input = { ...body, id, amountMinor: amount.minor, by: actorOf(caller), now };
      return whole(tx, now, await addLandedCost(tx, input));
    },
    undoPurchaseCost: async ({ params: { id }, caller, now, tx }) =>
      whole(tx, now, await undoLandedCost(tx, { id, by: actorOf(caller), now })),
    keepSupplierInvoice: async ({ params: { id }, body, caller, now, tx }) => {
      const order = await readPurchaseOrder(tx, id);
      if (order === undefined) return noOrder(id);
      const { lines, charges, tax, rate, ...input } = body;
      const amounts = lines.map(({ value }, index) => [`lines[${index}].value`, value] as const);
      const foreign = foreignAmount([...amounts, ['charges', charges], ['tax', tax]], order.currency);
      if (foreign !== undefined) return foreign;
      const kept = await keepSupplierInvoice(tx, {
        ...{ ...input, id, rateE10: rateIn(rate), chargesMinor: charges?.minor, taxMinor: tax?.minor },
        ...{ by: actorOf(caller), now },
        lines: lines.map(({ value, ...line }) => ({ ...line, valueMinor: value.minor })),
      });
      return kept.ok ? whole(tx, now, ok(kept.value.order)) : kept;
    },
    undoSupplierInvoice: async ({ params: { id }, caller, now, tx }) =>
      whole(tx, now, await undoSupplierInvoice(tx, { id, by: actorOf(caller), now })),
    returnPurchasedGoods: async ({ params: { id }, body: { tax, ...body }, caller, now, tx }) => {
      const order = await readPurchaseOrder(tx, id);
      if (order === undefined) return noOrder(id);
      const foreign = foreignAmount([['tax', tax]], order.currency);
      if (foreign !== undefined) return foreign;
      const input = { ...body, id, taxMinor: tax?.minor, by: actorOf(caller), now };
      return whole(tx, now, await returnPurchasedGoods(tx, input));
    },
    undoSupplierReturn: async ({ params: { id }, caller, now, tx }) =>
      whole(tx, now, await undoSupplierReturn(tx, { id, by: actorOf(caller), now })),
  };
}

/** A rate that is none is refused by the verb. */
export function rateIn(text: string | undefined): bigint | undefined {
  return text === undefined ? undefined : (parseRate(text) ?? 0n);
}

/** The first amount that is in another currency. */
export function foreignAmount(
  amounts: readonly (readonly [field: string, amount: Money | undefined])[],
  currency: CurrencyCode,
) {
  const [field] = amounts.find(([, amount]) => amount !== undefined && amount.currency !== currency) ?? [];
  return field === undefined ? undefined : refuse('wrong_currency', `this is in ${currency}`, field);
}
