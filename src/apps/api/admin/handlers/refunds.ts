import { type Money, ok, type Refusal, refuse } from '../../../../kernel/index.ts';
import {
  type Order,
  previewRefund,
  type Refund,
  readOrder,
  readRefunds,
  refundOrder,
  resolveRefund,
} from '../../../../modules/orders/index.ts';
import { type Asked, type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { refundAnswer } from '../../orders/refund.ts';
import { pageOfAll } from '../../page.ts';
import { actorOf } from '../actor.ts';
import type { refundEndpoints } from '../contract/refunds.ts';
import type { AdminDeps } from '../deps.ts';
import { beyondAllowance } from '../refund-allowance.ts';

const UNKNOWN = refuse('unknown_order', 'there is no such order', 'id');

export function refundHandlers({ db, orders, reads }: AdminDeps): Handlers<typeof refundEndpoints> {
  return {
    listRefunds: async ({ params: { id }, query }) => {
      const order = await readOrder(reads, id);
      if (order === undefined) return UNKNOWN;
      const itemOf = (refund: Refund) => refundAnswer(refund, order);
      return pageOfAll('refunds', query, await readRefunds(reads, id), {
        keyOf: ({ number }) => number,
        itemOf,
      });
    },
    refundOrder: async ({ params: { id: orderId }, body, caller, now }) => {
      const order = await readOrder(reads, orderId);
      if (order === undefined) return UNKNOWN;
      const wrong = otherCurrency(body, order);
      if (wrong) return wrong;
      const asked = refundOf(body);
      const overpaidMinor = body.overpaid?.minor ?? 0n;
      const planned = await previewRefund(reads, { orderId, ...asked });
      // Where nothing else comes back, there may be what came in beyond the order's own amount.
      if (!planned.ok && planned.refusal.code !== 'nothing_to_refund') {
        return { ok: false, refusal: fieldAsSent(planned.refusal) };
      }
      const minor = (planned.ok ? planned.value.amountMinor : 0n) + overpaidMinor;
      const beyond = await beyondAllowance(reads, {
        caller,
        amount: { minor, currency: order.currency },
        now,
      });
      if (beyond) return beyond;
      const refunded = await refundOrder(orders, {
        ...{ orderId, ...asked, reason: body.reason, ...sentFields({ returnId: body.returnId }) },
        ...{ overpaidMinor, actor: actorOf(caller), now },
      });
      return refunded.ok ? ok({ id: refunded.value }) : { ok: false, refusal: fieldAsSent(refunded.refusal) };
    },
    resolveRefund: async ({ params: { id: orderId, refundId }, body: { by }, caller, now }) => {
      const asked = { orderId, refundId, by, actor: actorOf(caller), now };
      const resolved = await resolveRefund(orders, asked);
      if (!resolved.ok) return resolved;
      const order = await readOrder(db, orderId);
      const refund = (await readRefunds(db, orderId)).find(({ id }) => id === refundId);
      if (order === undefined || refund === undefined)
        throw new RangeError('a refund that was resolved is gone');
      return ok(refundAnswer(refund, order));
    },
  };
}

/** What is asked for, in minor units. */
function refundOf({
  lines,
  withDelivery,
  goodwill,
  means,
  deductionReason,
}: Asked<typeof refundEndpoints.refundOrder>['body']) {
  return {
    ...{ means, ...sentFields({ deductionReason }), goodwillMinor: goodwill?.minor ?? 0n },
    lines: lines.map(({ deduction, ...line }) => {
      return deduction === undefined ? line : { ...line, deductionMinor: deduction.minor };
    }),
    delivery: withDelivery ? ('rest' as const) : ('none' as const),
  };
}

/** An amount that is in another currency than its order. */
export function otherCurrency(
  {
    lines,
    goodwill,
    overpaid,
  }: Pick<Asked<typeof refundEndpoints.refundOrder>['body'], 'lines' | 'goodwill' | 'overpaid'>,
  { currency }: Pick<Order, 'currency'>,
) {
  const amounts: readonly (readonly [string, Money | undefined])[] = [
    ['goodwill', goodwill],
    ['overpaid', overpaid],
    ...lines.map(({ deduction }, index) => [`lines[${index}].deduction`, deduction] as const),
  ];
  const other = amounts.find(([, amount]) => amount !== undefined && amount.currency !== currency);
  return other && refuse('other_currency', `the order is in ${currency}`, `${other[0]}.currency`);
}

/** The field as it was sent: with its currency, not in minor units. */
export function fieldAsSent<Code extends string>({ field, ...refusal }: Refusal<Code>): Refusal<Code> {
  return field === undefined
    ? refusal
    : { ...refusal, field: field.replace(/\.deductionMinor$/, '.deduction') };
}
