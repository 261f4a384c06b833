import { ok, refuse } from '../../../kernel/index.ts';
import {
  endProposal,
  type Order,
  payProposal,
  readOrderByAccess,
  readProposals,
} from '../../../modules/orders/index.ts';
import type { Handlers } from '../../../platform/api/index.ts';
import { amountsIn, taxesOf } from './answers/cart.ts';
import { methodsAnswer, type PayDeps, paymentAsked, placedAnswer, placeRefusal } from './answers/placed.ts';
import { refusedTexts } from './card-numbers.ts';
import type { addressChangeEndpoints } from './contract/address-changes.ts';

const UNKNOWN_ORDER = refuse('unknown_order', 'no order is opened by this', 'token');

/** What whoever holds an order's token decides about another address that costs more. */
export function addressChangeHandlers(deps: PayDeps): Handlers<typeof addressChangeEndpoints> {
  const { orders } = deps;
  return {
    readAddressChange: async ({ params, now }) => {
      const order = await readOrderByAccess(orders.db, { ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const [last] = await readProposals(orders.reads, order.id, now);
      if (last === undefined) return refuse('no_proposal', 'no other address was proposed for it');
      return ok({
        ...answerOf(last, order),
        paymentMethods: last.isOpen ? await waysToPay(deps, order, last) : [],
      });
    },
    payAddressChange: async ({ params, body, ip, now }) => {
      const order = await readOrderByAccess(orders.db, { ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const wrong = refusedTexts({ 'payment.token': body.payment.token });
      if (wrong) return wrong;
      const payment = await paymentAsked(deps, body.payment);
      const paid = await payProposal(orders, { orderId: order.id, payment, ip, now });
      if (paid.ok) return ok(placedAnswer(paid.value));
      const { refusal } = paid;
      return 'shortages' in refusal || 'cart' in refusal || 'kind' in refusal
        ? { ok: false, refusal: placeRefusal(refusal) }
        : { ok: false, refusal };
    },
    declineAddressChange: async ({ params, now }) => {
      const order = await readOrderByAccess(orders.db, { ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const about = { orderId: order.id, as: 'declined', actor: 'shopper', now } as const;
      const ended = await endProposal(orders, about);
      return ended.ok ? ok({ isDeclined: true }) : ended;
    },
  };
}

type Proposal = Awaited<ReturnType<typeof readProposals>>[number];

/** What is taken or authorised at once: a transfer might come when it is long over. */
async function waysToPay({ orders }: PayDeps, order: Order, { differenceMinor: amountMinor }: Proposal) {
  const { market: marketCode, currency, locale } = order;
  const { items } = await methodsAnswer(orders.reads, { marketCode, currency, locale, amountMinor });
  return items.filter(({ mode }) => mode !== 'by_hand');
}

function answerOf(proposal: Proposal, { currency }: Order) {
  const { id, state, isOpen, oldAddress, address, agreement, endedAt } = proposal;
  const amount = amountsIn(currency);
  return {
    ...{ id, state, isOpen, oldAddress, address },
    oldTotal: amount(proposal.oldTotalMinor),
    total: amount(proposal.totalMinor),
    delivery: amount(agreement.totals.deliveryMinor),
    tax: amount(agreement.totals.taxMinor),
    taxes: taxesOf(agreement.taxes, amount),
    difference: amount(proposal.differenceMinor),
    expiresAt: proposal.expiresAt.toString(),
    ...(endedAt === undefined ? {} : { endedAt: endedAt.toString() }),
  };
}
