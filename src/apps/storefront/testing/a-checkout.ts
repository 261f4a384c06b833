import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import type { Connection } from '../../../platform/database/index.ts';
import type { StorefrontDeps } from '../deps.ts';
import type { CheckoutPage, View } from '../model/index.ts';
import { aSearch } from './a-search.ts';
import { aServer, drawnView } from './a-server.ts';
import { type AShop, aShop, idIn } from './a-shop.ts';
import { aShopping } from './a-shopping.ts';
import { aTill } from './a-till.ts';
import { aVisitor, type Visitor } from './a-visitor.ts';

/** A shop that can be bought from, with what its visitors do on the way through the checkout. */
export async function aCheckout(
  connection: Connection,
  shopping = aShopping(connection),
  tell?: StorefrontDeps['tell'],
) {
  const shop: AShop = await aShop(connection.db, Temporal.Now.instant());
  const { card } = await aTill(connection.db);
  const server: FastifyInstance = await aServer(connection, aSearch([]), {
    ...{ shopping, baseUrl: undefined },
    ...(tell && { tell }),
  });
  const withMug = async (sku = 'MUG'): Promise<Visitor> => {
    const visitor = aVisitor(server);
    await visitor.post('/cart', { do: 'add', variant: idIn(shop.variants, sku), quantity: '1' });
    return visitor;
  };
  /** The order button pressed, with everything filled in. */
  const sentWith = async (changes: Readonly<Record<string, string>> = {}, visitor?: Visitor) => {
    const shopper = visitor ?? (await withMug());
    const first = checkoutOf(await viewOf(shopper));
    const updated = await shopper.post('/checkout', filled(first, { ...ADA, do: 'update' }));
    const page = checkoutOf(drawnView(updated.body));
    const fields = filled(page, { terms: page.terms.version, payment: card.id, do: 'order', ...changes });
    return { shopper, page, answer: await shopper.post('/checkout', fields) };
  };
  /** Up to the page of the bank; what is in the way of an order is said. */
  const orderedWith = async (changes: Readonly<Record<string, string>> = {}, visitor?: Visitor) => {
    const sent = await sentWith(changes, visitor);
    assert.equal(sent.answer.statusCode, 303, problemsIn(sent.answer.body));
    return sent;
  };
  return { shop, server, card: card.id, withMug, sentWith, orderedWith };
}

export const ADA = {
  email: 'ada@example.org',
  shipping_country: 'DE',
  shipping_name: 'Ada Lovelace',
  shipping_line1: 'Hauptstraße 5',
  shipping_postal_code: '10115',
  shipping_city: 'Berlin',
};

export async function viewOf(visitor: Visitor, url = '/checkout'): Promise<View> {
  return drawnView((await visitor.get(url)).body);
}

export function checkoutOf({ page }: View): CheckoutPage {
  assert.ok(page.kind === 'checkout', page.kind);
  return page;
}

/** Why nothing was ordered: each problem with its field. */
function problemsIn(body: string): string {
  if (!body.includes('<pre id="view">')) return `no order: ${body.slice(0, 300)}`;
  const { problems, status } = checkoutOf(drawnView(body));
  const fields = problems.map(({ href, text }) => `${href} ${text}`);
  return `no order: ${[...fields, status?.text ?? ''].join('; ')}`;
}

/** What a browser submits of the page as it stands, with these fields changed. */
export function filled(
  page: CheckoutPage,
  changes: Readonly<Record<string, string>>,
): Record<string, string> {
  const fields = [...page.shipping.form.fields, ...page.billing.form.fields, page.contact.email];
  return {
    expected_total: page.expectedTotal,
    billing: 'same',
    ...Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    delivery: page.delivery.choices.find(({ isChosen }) => isChosen)?.value ?? '',
    payment: page.payment.choices.find(({ isChosen }) => isChosen)?.value ?? '',
    ...changes,
  };
}
