import { ok, refuse } from '../../../../kernel/index.ts';
import { readStorefronts } from '../../../../modules/markets/index.ts';
import {
  type Draft,
  draftOrder,
  readDrafts,
  readOrder,
  removePieces,
} from '../../../../modules/orders/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { withErrors } from '../../field-errors.ts';
import { pageById } from '../../page.ts';
import { actorOf } from '../actor.ts';
import type { editEndpoints } from '../contract/edits.ts';
import type { AdminDeps } from '../deps.ts';
import { backByRemoving } from '../paid-back.ts';
import { beyondAllowance } from '../refund-allowance.ts';
import { addressChangeHandlers } from './address-changes.ts';

export function editHandlers({ reads, orders }: AdminDeps): Handlers<typeof editEndpoints> {
  return {
    ...addressChangeHandlers({ reads, orders }),
    removePieces: async ({ params: { id: orderId }, body: { lines }, caller, now }) => {
      const order = await readOrder(reads, orderId);
      if (order === undefined) return refuse('unknown_order', 'there is no such order', 'id');
      const amount = { minor: await backByRemoving(reads, order, lines), currency: order.currency };
      const beyond = await beyondAllowance(reads, { caller, amount, now });
      if (beyond) return beyond;
      const removed = await removePieces(orders, { orderId, lines, actor: actorOf(caller), now });
      return removed.ok ? ok({ isRemoved: true }) : removed;
    },
    listDrafts: ({ query }) => pageById('draft', query, (page) => readDrafts(reads, page), draftAnswer),
    createDraft: async ({ body, caller, now }) => {
      const { storefront: prefix, email, lines, shippingAddress, codes, addsTo, note } = body;
      const storefront = (await readStorefronts(reads)).find((one) => one.prefix === prefix);
      if (storefront === undefined) {
        return refuse('unknown_storefront', `no storefront has the prefix "${prefix}"`, 'storefront');
      }
      if (addsTo !== undefined && (await readOrder(reads, addsTo)) === undefined) {
        return refuse('unknown_order', 'there is no such order', 'addsTo');
      }
      const { market, locale } = storefront;
      const sold = { market: market.code, locale, currency: market.currency };
      const details = { email, ...sentFields({ shippingAddress, codes }) };
      const about = { ...sold, lines, details, note, ...sentFields({ addsTo }), actor: actorOf(caller), now };
      const drafted = await draftOrder(orders, about);
      if (!drafted.ok) return { ok: false, refusal: withErrors(drafted.refusal) };
      return ok({ id: drafted.value.draftId, payToken: drafted.value.payToken });
    },
  };
}

function draftAnswer({ madeAt, ...draft }: Draft) {
  return { ...draft, madeAt: madeAt.toString() };
}
