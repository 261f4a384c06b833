import { ok, parseId, refuse } from '../../../../kernel/index.ts';
import { type IssuedDocument, readDocuments } from '../../../../modules/invoices/index.ts';
import { readPictures } from '../../../../modules/media/index.ts';
import {
  type Order,
  type OrderDesk,
  previewRefund,
  readOrder,
  readOrderDesk,
  seeMentions,
} from '../../../../modules/orders/index.ts';
import { type Answer, type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { documentAnswer } from '../../orders/document.ts';
import { exchangeAnswer, linkedAnswer } from '../../orders/linked.ts';
import { fulfilmentAnswer } from '../../orders/parcel.ts';
import { returnAnswer } from '../../orders/return.ts';
import { type Amounts, amountsIn } from '../../store/answers/cart.ts';
import { orderAnswer } from '../../store/answers/order.ts';
import type { orderDeskEndpoints } from '../contract/order-desk.ts';
import type { AdminDeps } from '../deps.ts';
import { linesAnswer, type Pictures } from './desk-lines.ts';
import { disputeAnswer } from './disputes.ts';
import { adminPaymentAnswer } from './orders.ts';
import { fieldAsSent, otherCurrency } from './refunds.ts';
import { withdrawalAnswer } from './withdrawals.ts';

const UNKNOWN = refuse('unknown_order', 'there is no such order', 'id');

type DeskAnswer = Answer<typeof orderDeskEndpoints.readOrderDesk>;

export function orderDeskHandlers({ reads }: AdminDeps): Handlers<typeof orderDeskEndpoints> {
  return {
    readOrderDesk: async ({ params: { id } }) => {
      const [desk, documents] = await Promise.all([readOrderDesk(reads, id), readDocuments(reads, id)]);
      if (desk === undefined) return UNKNOWN;
      const assetIds = desk.order.lines.flatMap(({ assetId }) => (assetId === undefined ? [] : [assetId]));
      return ok(deskAnswer(desk, { documents, pictures: await readPictures(reads, assetIds) }));
    },
    previewRefund: async ({ params: { id: orderId }, body }) => {
      const order = await readOrder(reads, orderId);
      if (order === undefined) return UNKNOWN;
      const wrong = otherCurrency(body, order);
      if (wrong) return wrong;
      const { lines, withDelivery, goodwill, isRemoval, ...rest } = body;
      const planned = await previewRefund(reads, {
        ...{ orderId, ...sentFields(rest), isEdit: isRemoval, goodwillMinor: goodwill?.minor ?? 0n },
        lines: lines.map(({ deduction, ...line }) => {
          return deduction === undefined ? line : { ...line, deductionMinor: deduction.minor };
        }),
        delivery: withDelivery ? 'rest' : 'none',
      });
      if (!planned.ok) return { ok: false, refusal: fieldAsSent(planned.refusal) };
      const amount = amountsIn(order.currency);
      const plan = planned.value;
      return ok({
        ...{ amount: amount(plan.amountMinor), goods: amount(plan.goodsMinor) },
        ...{ delivery: amount(plan.deliveryMinor), goodwill: amount(plan.goodwillMinor) },
        ...{ deduction: amount(plan.deductionMinor), tax: amount(plan.taxMinor) },
        ...{ payment: amount(plan.paymentMinor), giftCard: amount(plan.giftCardMinor) },
        ...{ storeCredit: amount(plan.storeCreditMinor), reduced: amount(plan.reducedMinor) },
      });
    },
    seeOrder: async ({ params: { id: orderId }, caller, now, tx }) => {
      const memberId = 'id' in caller ? parseId<'member'>(caller.id) : undefined;
      if (memberId !== undefined) await seeMentions(tx, { memberId, orderId, now });
      return ok({ isSeen: true });
    },
  };
}

function deskAnswer(
  desk: OrderDesk,
  given: { readonly documents: readonly IssuedDocument[]; readonly pictures: Pictures },
): DeskAnswer {
  const { order, tags, isArchived, parent, margin } = desk;
  const amount = amountsIn(order.currency);
  return {
    ...{ order: orderFacts(order), lines: linesAnswer(desk, given.pictures), tags, isArchived, parent },
    timeline: desk.timeline.map(({ kind, at, actor, data }) => ({ kind, at: at.toString(), actor, data })),
    payments: desk.payments.map(adminPaymentAnswer),
    disputes: desk.disputes.map(disputeAnswer),
    refunds: desk.refunds.map((refund) => refundRow(refund, amount)),
    fulfilments: desk.fulfilments.map(fulfilmentAnswer),
    returns: desk.returns.map(returnAnswer),
    withdrawals: desk.withdrawals.map(withdrawalAnswer),
    documents: given.documents.map((document) => documentAnswer(document)),
    linked: desk.linked.map(linkedAnswer),
    exchanges: desk.exchanges.map((exchange) => exchangeAnswer(exchange, order)),
    buyer: buyerOf(desk),
    signs: desk.signs.map((sign) => signAnswer(sign, amount)),
    margin: margin && {
      ...{ revenue: amount(margin.revenueMinor), cost: amount(margin.costMinor) },
      ...{ fees: amount(margin.feeMinor), goodwill: amount(margin.goodwillMinor) },
      ...{ margin: amount(margin.marginMinor) },
      ...{ isEstimate: margin.isEstimate, unknownLines: margin.unknownLines },
    },
  };
}

function orderFacts(order: Order): DeskAnswer['order'] {
  const { customerId, phone, market, locale, vatId, cancelReason, version } = order;
  const more = { customerId, phone, market, locale, vatId, cancelReason, version: String(version) };
  return { ...orderAnswer(order), ...more };
}

function refundRow(refund: OrderDesk['refunds'][number], amount: Amounts): DeskAnswer['refunds'][number] {
  const { id, number, returnId, state, reason, actor, requestedAt, doneAt, refusal } = refund;
  return {
    ...{ id, number, returnId, state, reason, actor, refusal, amount: amount(refund.amountMinor) },
    ...{ requestedAt: requestedAt.toString(), doneAt: doneAt?.toString() },
    lines: refund.lines.map(({ lineId, quantity, amountMinor }) => {
      return { lineId, quantity, amount: amount(amountMinor) };
    }),
  };
}

function buyerOf({ buyer: { others, earlierOrders, latest } }: OrderDesk): DeskAnswer['buyer'] {
  return {
    others: others.map(({ currency, orders, spentMinor }) => {
      return { orders, spent: amountsIn(currency)(spentMinor) };
    }),
    ...{ earlierOrders, latest },
  };
}

function signAnswer(sign: OrderDesk['signs'][number], amount: Amounts): DeskAnswer['signs'][number] {
  if (!('usualMinor' in sign)) return sign.kind === 'several_cards' ? several(sign) : sign;
  const { usualMinor, ...rest } = sign;
  return { ...rest, usual: amount(usualMinor) };
}

function several({ kind, cards }: Extract<OrderDesk['signs'][number], { kind: 'several_cards' }>) {
  return { kind, times: cards };
}
