import { z } from 'zod';
import { type Money, ok, type Refusal, type Result, refuse } from '../../../../kernel/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  approvePurchaseOrder,
  cancelPurchaseOrder,
  closePurchaseOrder,
  confirmPurchaseOrder,
  createPurchaseOrder,
  editPurchaseOrder,
  expeditePurchaseOrder,
  listPurchaseOrders,
  type NewOrder,
  type PurchaseOrder,
  parseRate,
  purchaseOrderPdf,
  readPurchaseOrder,
  reopenPurchaseOrder,
  sendBackPurchaseOrder,
  sendPurchaseOrder,
  splitPurchaseOrder,
} from '../../../../modules/purchasing/index.ts';
import { type Caller, type Handlers, readCursor, writeCursor } from '../../../../platform/api/index.ts';
import { type Db, transactOrRefuse } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { purchaseOrderEndpoints } from '../contract/purchase-orders.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';
import { orderRows, wholeOrder } from './purchase-answers.ts';

const BY_NUMBER = z.tuple([z.string().regex(/^PO-\d{1,18}$/)]);

export function purchaseOrderHandlers({ db, reads }: AdminDeps): Handlers<typeof purchaseOrderEndpoints> {
  return {
    listPurchaseOrders: async ({ query, now }) => {
      const position = readCursor('purchase_orders', BY_NUMBER, query.cursor);
      if (!position.ok) return position;
      const before = position.value && BigInt(position.value[0].slice(3));
      const { limit, state: states, supplierId, locationId } = query;
      const today = now.toZonedDateTimeISO((await readShop(reads)).timeZone).toPlainDate();
      const lateOn = query.isLate === true ? today : undefined;
      const asked = { states, supplierId, locationId, lateOn, before, limit: limit + 1 };
      const found = await listPurchaseOrders(reads, asked);
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      const nextCursor = last && writeCursor('purchase_orders', [last.number]);
      return ok({ items: await orderRows(reads, shown, now), nextCursor });
    },
    readPurchaseOrder: async ({ params: { id }, now }) => {
      const order = await readPurchaseOrder(reads, id);
      return order === undefined ? noOrder(id) : ok(await wholeOrder(reads, order, now));
    },
    readPurchaseOrderPdf: async ({ params: { id } }) => {
      const order = await readPurchaseOrder(reads, id);
      if (order === undefined) return noOrder(id);
      return {
        ok: true,
        file: { name: `${order.number}.pdf`, content: await purchaseOrderPdf(reads, order) },
      };
    },
    createPurchaseOrder: async ({ body, caller, now, tx }) => {
      const { lines, ...input } = body;
      const doing = { by: actorOf(caller), now };
      return whole(tx, now, await createPurchaseOrder(tx, { ...input, lines: linesIn(lines), ...doing }));
    },
    changePurchaseOrder: async ({ params: { id }, body, caller, now }) => {
      const { lines, rate, ...input } = body;
      const rateE10 = rate === undefined ? undefined : (parseRate(rate) ?? 0n);
      const edit = { ...input, id, rateE10, lines: linesIn(lines), by: actorOf(caller), now };
      return whole(db, now, await transactOrRefuse(db, (tx) => editPurchaseOrder(tx, edit)));
    },
    splitPurchaseOrder: async ({ params: { id }, body: { parts }, caller, now, tx }) => {
      const made = await splitPurchaseOrder(tx, { id, parts, by: actorOf(caller), now });
      const [rest] = made.ok ? made.value : [];
      return rest === undefined ? (made.ok ? noOrder(id) : made) : whole(tx, now, ok(rest));
    },
    approvePurchaseOrder: async ({ params: { id }, body: { version }, caller, now, tx }) => {
      const limitMinor = limitOf(caller);
      const doing = { by: actorOf(caller), now };
      return whole(tx, now, await approvePurchaseOrder(tx, { id, version, limitMinor, ...doing }));
    },
    sendBackPurchaseOrder: async ({ params: { id }, body: { note }, caller, now, tx }) =>
      whole(tx, now, await sendBackPurchaseOrder(tx, { id, note, by: actorOf(caller), now })),
    sendPurchaseOrder: async ({ params: { id }, body: { mail }, caller, now, tx }) =>
      whole(tx, now, await sendPurchaseOrder(tx, { id, mail, by: actorOf(caller), now })),
    confirmPurchaseOrder: async ({ params: { id }, body, caller, now, tx }) => {
      const lines = body.lines.map(({ price, ...line }) => ({ ...line, price: price && priceIn(price) }));
      return whole(tx, now, await confirmPurchaseOrder(tx, { ...body, id, lines, by: actorOf(caller), now }));
    },
    expeditePurchaseOrder: async ({ params: { id }, body, caller, now, tx }) =>
      whole(tx, now, await expeditePurchaseOrder(tx, { ...body, id, by: actorOf(caller), now })),
    closePurchaseOrder: async ({ params: { id }, body: { note }, caller, now, tx }) =>
      whole(tx, now, await closePurchaseOrder(tx, { id, note, by: actorOf(caller), now })),
    cancelPurchaseOrder: async ({ params: { id }, body: { note }, caller, now, tx }) =>
      whole(tx, now, await cancelPurchaseOrder(tx, { id, note, by: actorOf(caller), now })),
    reopenPurchaseOrder: async ({ params: { id }, body: { note }, caller, now, tx }) =>
      whole(tx, now, await reopenPurchaseOrder(tx, { id, note, by: actorOf(caller), now })),
  };
}

/** Answers a verb's order with all that is known of it. */
export async function whole<Code extends string>(
  db: Db,
  now: Temporal.Instant,
  result: Result<PurchaseOrder, Refusal<Code>>,
) {
  return result.ok ? ok(await wholeOrder(db, result.value, now)) : result;
}

export function noOrder(id: string) {
  return refuse('not_found', `no purchase order has the id ${id}`, 'id');
}

type PriceIn = { readonly amount: Money; readonly per: number };

function priceIn({ amount, per }: PriceIn) {
  return { priceMinor: amount.minor, perQuantity: per };
}

type LineIn = Pick<NewOrder['lines'][number], 'variantId' | 'quantity'> & {
  readonly price?: PriceIn | undefined;
};

function linesIn(lines: readonly LineIn[]) {
  return lines.map(({ price, ...line }) => ({ ...line, ...(price === undefined ? {} : priceIn(price)) }));
}

/** How much the caller may approve: nothing without the permission, anything without a limit. */
function limitOf(caller: Caller): bigint | undefined {
  if (!may(caller, 'purchasing:approve')) return 0n;
  return caller.kind === 'staff' ? caller.limits.get('purchasing:approve') : undefined;
}
