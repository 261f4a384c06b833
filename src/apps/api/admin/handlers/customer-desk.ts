import { currencyOf, ok, refuse } from '../../../../kernel/index.ts';
import { readOpenCarts } from '../../../../modules/carts/index.ts';
import { readStoreCredit } from '../../../../modules/credits/index.ts';
import {
  addCustomerNote,
  type CustomerId,
  type ListedCustomer,
  listCustomers,
  previewSegment,
  readAddresses,
  readConsents,
  readCustomerNotes,
  readSegments,
  readWishlist,
  removeSegment,
  saveSegment,
} from '../../../../modules/customers/index.ts';
import { readMarkets } from '../../../../modules/markets/index.ts';
import { listOrders, readCustomerReturns } from '../../../../modules/orders/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { type Db, transactOrRefuse } from '../../../../platform/database/index.ts';
import { amountsIn } from '../../store/answers/cart.ts';
import { actorOf } from '../actor.ts';
import type { customerDeskEndpoints } from '../contract/customer-desk.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';
import { customerRowAnswer } from './customer-list.ts';
import { orderRowAnswer } from './order-list.ts';

const SHOWN = 20;

export function customerDeskHandlers({ db, reads }: AdminDeps): Handlers<typeof customerDeskEndpoints> {
  return {
    readCustomerDesk: async ({ params: { id }, caller }) => {
      const [customer] = await listCustomers(reads, { ids: [id], sort: '-created', limit: 1 });
      if (customer === undefined) return refuse('not_found', `no customer has the id ${id}`, 'id');
      const [belongings, bought] = await Promise.all([
        readBelongings(reads, id),
        may(caller, 'orders:read') ? readBought(reads, customer) : undefined,
      ]);
      return ok({ customer: customerRowAnswer(customer), ...belongings, ...bought });
    },
    addCustomerNote: async ({ params: { id: customerId }, body: { text }, caller, now, tx }) => {
      const noted = await addCustomerNote(tx, { customerId, text, actor: actorOf(caller), now });
      return noted.ok ? ok({ isNoted: true }) : noted;
    },
    listSegments: async () => {
      const segments = await readSegments(reads);
      return ok({ items: segments.map((one) => ({ ...one, changedAt: one.changedAt.toString() })) });
    },
    createSegment: async ({ body: { code, name, rule }, now, tx }) => {
      const saved = await saveSegment(tx, { code, name, rule, now });
      return saved.ok ? ok({ id: saved.value }) : saved;
    },
    changeSegment: async ({ params: { id }, body: { code, name, rule }, now }) => {
      const saved = await transactOrRefuse(db, (tx) => saveSegment(tx, { id, code, name, rule, now }));
      return saved.ok ? ok({ id: saved.value }) : saved;
    },
    removeSegment: async ({ params: { id } }) => {
      const removed = await transactOrRefuse(db, (tx) => removeSegment(tx, id));
      return removed.ok ? ok({ isRemoved: true }) : removed;
    },
    previewSegment: async ({ body: { rule }, now }) => {
      const { count, first } = await previewSegment(reads, { rule, now, shown: 8 });
      const shown = await listCustomers(reads, { ids: first, sort: '-created', limit: 8 });
      return ok({ count, first: shown.map(customerRowAnswer) });
    },
  };
}

async function readBelongings(db: Db, id: CustomerId) {
  const [addresses, carts, consents, notes, wishes, markets] = await Promise.all([
    readAddresses(db, id),
    readOpenCarts(db, id),
    readConsents(db, id),
    readCustomerNotes(db, id),
    readWishlist(db, id),
    readMarkets(db),
  ]);
  const currencies = [...new Set(markets.map(({ currency }) => currencyOf(currency)))];
  const credits = await Promise.all(
    currencies.map(async (currency) => ({ currency, minor: await readStoreCredit(db, id, currency) })),
  );
  return {
    addresses,
    carts: carts.map((cart) => ({ ...cart, changedAt: cart.changedAt.toString() })),
    consents: consents.map((consent) => ({ ...consent, at: consent.at.toString() })),
    notes: notes.map((note) => ({ ...note, id: String(note.id), at: note.at.toString() })),
    credits: credits
      .filter(({ minor }) => minor > 0n)
      .map(({ currency, minor }) => amountsIn(currency)(minor)),
    wishes: wishes.length,
  };
}

async function readBought(db: Db, { id: customerId, email }: ListedCustomer) {
  const buyer = { customerId, email };
  const [page, returns] = await Promise.all([
    listOrders(db, { buyer, limit: SHOWN }),
    readCustomerReturns(db, { buyer, limit: SHOWN }),
  ]);
  return {
    orders: page.orders.map(orderRowAnswer),
    returns: returns.map(({ id, number, state, quantity, orderId, orderNumber, requestedAt }) => {
      return { id, number, state, quantity, orderId, orderNumber, requestedAt: requestedAt.toString() };
    }),
  };
}
