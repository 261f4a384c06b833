import { readPictures } from '../../../../modules/media/index.ts';
import { type Order, readReturns, requestReturn, withdrawalEndOf } from '../../../../modules/orders/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import { message } from '../../messages/index.ts';
import type { FormFields } from '../../personal/form-fields.ts';
import { personalView } from '../../personal/personal-view.ts';
import type { ShopperDesk } from '../../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../../personal/visit.ts';
import { findOrder, signInFirst } from '../find-order.ts';
import { chosenPieces, type Problems, refusalProblem } from './return-form.ts';
import { LINES_PER_PAGE, returnPage } from './return-page.ts';
import { returnableLines } from './returnable-lines.ts';

/** Asking to send something back: guests by their order's cookie, customers by being signed in. */
export function returnRoutes(desk: ShopperDesk): readonly PersonalRoute[] {
  return [
    {
      pattern: '/orders/:number/return',
      get: (visit) =>
        forOwner(desk, visit, (order) => show(desk, visit, order, { typed: {}, problems: NONE })),
      post: (visit) => forOwner(desk, visit, (order) => submit(desk, visit, order)),
    },
  ];
}

const NONE: Problems = new Map();

async function forOwner(
  desk: ShopperDesk,
  visit: Visit,
  answer: (order: Order) => Promise<Reaction>,
): Promise<Reaction> {
  const order = await findOrder(desk, visit);
  return order ? answer(order) : signInFirst(visit);
}

async function submit(desk: ShopperDesk, visit: Visit, order: Order): Promise<Reaction> {
  const { site, form: typed, now } = visit;
  const own = site.to(`/orders/${order.number}`);
  const offered = returnableLines(order, await readReturns(desk.orders.db, order.id));
  // Pressed twice: the first has asked already.
  if (offered.length === 0) return { kind: 'moved', to: own };
  const from = firstOf(visit);
  const { lines, problems } = chosenPieces(typed, offered.slice(from, from + LINES_PER_PAGE), site);
  if (problems.size > 0) return show(desk, visit, order, { typed, problems });
  const asked = {
    orderId: order.id,
    lines,
    kind: 'return',
    isApproved: false,
    actor: 'shopper',
    now,
  } as const;
  const requested = await transact(desk.orders.db, (tx) => requestReturn(tx, asked));
  if (requested.ok) return { kind: 'moved', to: `${own}?returned` };
  return show(desk, visit, order, { typed, problems: refusalProblem(requested.refusal, lines, site) });
}

async function show(
  desk: ShopperDesk,
  visit: Visit,
  order: Order,
  { typed, problems }: { readonly typed: FormFields; readonly problems: Problems },
): Promise<Reaction> {
  const { db } = desk.orders;
  const { site, now } = visit;
  const assets = order.lines.flatMap(({ assetId }) => assetId ?? []);
  const [returns, pictures, withdrawalEnd] = await Promise.all([
    readReturns(db, order.id),
    readPictures(db, assets),
    withdrawalEndOf(db, order),
  ]);
  const offered = returnableLines(order, returns);
  const page = returnPage({
    ...{ order, offered, from: firstOf(visit), pictures },
    ...{ typed, problems, withdrawalEnd, now, site },
  });
  const title = message(site.locale, 'return.title');
  const status = problems.size > 0 ? 422 : 200;
  return { kind: 'page', view: personalView(desk, visit, { title, page }), status };
}

/** Which page of the lines: a multiple of the page's size, as its links have it. */
function firstOf({ query }: Visit): number {
  const from = Number(query.get('from') ?? '0');
  return Number.isSafeInteger(from) && from > 0 ? from - (from % LINES_PER_PAGE) : 0;
}
