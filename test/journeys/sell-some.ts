import { sql } from 'kysely';
import { currencyOf, expectOk, localeOf } from '../../src/kernel/index.ts';
import { addLine, createCart, readPricedCart, setDetails } from '../../src/modules/carts/index.ts';
import type { VariantId } from '../../src/modules/catalog/index.ts';
import { type LocationId, setOnHand } from '../../src/modules/inventory/index.ts';
import { readStorefronts } from '../../src/modules/markets/index.ts';
import { type OrderDeps, type OrderId, openOrders, placeOrder } from '../../src/modules/orders/index.ts';
import { openProviders, type PaymentMethodId, saveMethod } from '../../src/modules/payments/index.ts';
import type { Connection } from '../../src/platform/database/index.ts';
import { openTill } from './demo-till.ts';

const PEOPLE = [
  ['Ada Byron', 'ada@analytical.example', 'Berlin', '10115', 'DE'],
  ['Émilie du Châtelet', 'emilie@cirey.example', 'Paris', '75004', 'FR'],
  ['Carl Gauß', 'carl.gauss@gmail.com', 'Göttingen', '37073', 'DE'],
  ['Maria Sibylla Merian', 'merian@insects.example', 'Wien', '1010', 'AT'],
  ['Hedwig Kiesler', 'hedy@spread.example', 'Wien', '1020', 'AT'],
  ['Joseph Fourier', 'fourier@gmail.com', 'Grenoble', '38000', 'FR'],
] as const;

/** Of each of the goods that are sold. */
const ENOUGH = 60;

export type Seller = {
  readonly deps: OrderDeps;
  readonly variants: readonly VariantId[];
  /** Sells so many of the n-th goods to the n-th person; by a card that is taken at once unless another way is named. */
  readonly sell: (
    number: number,
    how?: { readonly isHeld?: boolean; readonly token?: string },
  ) => Promise<OrderId>;
};

/** A till in the demo shop that sells as the shop itself does. */
export async function openSeller(connection: Connection): Promise<Seller> {
  const { db } = connection;
  await openTill(db, Temporal.Now.instant());
  const providers = openProviders({ db, secrets: { seal: (text) => text, open: (text) => text } });
  const deps = openOrders(connection, { providers });
  const { rows } = await sql<{ id: VariantId; locationId: LocationId }>`
    select v.id, min(l.location_id::text)::uuid as "locationId"
    from catalog.variant v join catalog.product p on p.id = v.product_id
      join inventory.level l on l.variant_id = v.id
    where p.status = 'active' and p.kind = 'physical' group by v.id, p.id having sum(l.available) > 2
    order by p.id, v.id limit 120`.execute(db);
  const sold = rows.filter((_, index) => index % 5 === 0);
  const counts = sold.map(({ id: variantId, locationId }) => ({ variantId, locationId, onHand: ENOUGH }));
  const { refused } = await db
    .transaction()
    .execute((tx) =>
      setOnHand(tx, { counts, now: Temporal.Now.instant(), reason: 'count', reference: 'seller' }),
    );
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  const variants = sold.map(({ id }) => id);
  const [card, held] = [await saveCard(connection, true), await saveCard(connection, false)];
  const sell: Seller['sell'] = (number, { isHeld = false, token = 'tok_visa' } = {}) =>
    sellOne({ deps, variants, number, methodId: isHeld ? held : card, card: token });
  return { deps, variants, sell };
}

/** A test card in fields of the page: taken at once, or held. */
async function saveCard({ db }: Connection, isCapturedAtOnce: boolean): Promise<PaymentMethodId> {
  const titles = new Map([[localeOf('en'), 'Card']]);
  const about = { provider: 'test', mode: 'in_page', marketCodes: [], limits: new Map() } as const;
  const method = { ...about, titles, isCapturedAtOnce, position: 9, isActive: true };
  return expectOk(await db.transaction().execute((tx) => saveMethod(tx, method))).id;
}

async function sellOne(sale: {
  readonly deps: OrderDeps;
  readonly variants: readonly VariantId[];
  readonly number: number;
  readonly methodId: PaymentMethodId;
  readonly card: string;
}): Promise<OrderId> {
  const { deps, variants, number, methodId, card } = sale;
  const now = Temporal.Now.instant();
  const front = (await readStorefronts(deps.db)).find(({ market }) => market.countries.includes('DE'));
  if (front === undefined) throw new Error('the demo sells nothing to Germany');
  const { market } = front;
  const currency = currencyOf(market.currency);
  const { token } = await createCart(deps, { market: market.code, locale: localeOf('en'), currency, now });
  for (let line = 0; line <= number % 3; line += 1) {
    const variantId = variants[(number * 3 + line) % variants.length];
    if (variantId !== undefined) await addLine(deps, { token, variantId, quantity: 1 + (line % 2), now });
  }
  const [name, email, city, postalCode, country] = PEOPLE[number % PEOPLE.length] ?? PEOPLE[0];
  const shippingAddress = { name, line1: `Lindenweg ${number + 1}`, city, postalCode, country };
  expectOk(await setDetails(deps, { token, details: { email, shippingAddress }, now }));
  const priced = await readPricedCart(deps, { token, now });
  const deliveryOptionId = priced?.deliveryOptions[0]?.id;
  if (deliveryOptionId === undefined) throw new Error(`nothing is delivered to ${country}`);
  expectOk(await setDetails(deps, { token, details: { deliveryOptionId }, now }));
  const shop = 'https://shop.example';
  const urls = { returnUrl: shop, cancelUrl: shop, webhookUrl: shop };
  const payment = { methodId, token: card, ...urls };
  const about = { cartToken: token, payment, terms: { version: '1' }, ip: `10.9.${number % 250}.1`, now };
  return expectOk(await placeOrder(deps, about)).orderId;
}
