import { sql } from 'kysely';
import { currencyOf, expectOk, localeOf } from '../../../kernel/index.ts';
import type { Connection } from '../../../platform/database/index.ts';
import { saveProducts, setTranslations, type VariantId } from '../../catalog/index.ts';
import { defaultLocation, setOnHand } from '../../inventory/index.ts';
import { readMailbox } from '../../mails/index.ts';
import { NEW_SHOP, saveMarket, saveShop, saveStorefront } from '../../markets/index.ts';
import { setPrices } from '../../pricing/index.ts';
import { joinWaitlist } from '../join.ts';
import { serveVariant } from '../serve.ts';
import { type WaitlistDeps, waitlistJobs, waitlistReactions } from '../tasks.ts';

export const NOW = Temporal.Instant.from('2026-11-23T08:00:00Z');
const EUR = currencyOf('EUR');
const SHOP = {
  ...NEW_SHOP,
  ...{ name: 'Nordlicht', legalName: 'Nordlicht GmbH', email: 'hello@nordlicht.example' },
  ...{ postalAddress: 'Hafenstraße 1, 20457 Hamburg', defaultCurrency: EUR },
};
const reached: WaitlistDeps = { baseUrl: 'https://shop.example', isBaseUrlSet: true };

/** A shop with three languages whose goods are sold out, and who waits for them. */
export async function aWaitlist(connection: Connection) {
  const { db } = connection;
  await db.transaction().execute(async (tx) => {
    expectOk(await saveShop(tx, SHOP));
    const market = { countries: ['IE', 'DE'], currency: EUR, pricesIncludeTax: true, position: 0 };
    expectOk(await saveMarket(tx, { ...market, code: 'eu', name: 'Europe' }));
    expectOk(await saveStorefront(tx, { prefix: '', market: 'eu', locale: 'en' }));
    expectOk(await saveStorefront(tx, { prefix: 'de', market: 'eu', locale: 'de' }));
    expectOk(await saveStorefront(tx, { prefix: 'fr', market: 'eu', locale: 'fr' }));
  });
  const main = (await defaultLocation(db)).id;

  let made = 0;
  /** A variant of its own for each test, sold out. */
  async function soldOut(): Promise<VariantId> {
    made += 1;
    return db.transaction().execute(async (tx) => {
      const draft = {
        ...{ handle: `shirt-${made}`, title: `Shirt ${made}`, status: 'active' as const },
        options: [{ name: 'Size', values: ['S'] }],
        variants: [{ optionValues: ['S'], sku: `S-${made}` }],
      };
      const [saved] = await saveProducts(tx, { drafts: [draft], now: NOW, cause: 'test' });
      if (!saved || 'refusal' in saved) throw new Error('not saved');
      const [variant] = saved.variants;
      if (!variant) throw new Error('no variant');
      const price = { variantId: variant.id, currency: EUR, amountMinor: 4_990n, compareAtMinor: undefined };
      await setPrices(tx, { prices: [price], now: NOW, reason: 'test' });
      const fields = { title: `Hemd ${made}` };
      expectOk(
        await setTranslations(tx, {
          ...{ entity: 'product', entityId: saved.id, locale: localeOf('de'), fields },
        }),
      );
      return variant.id;
    });
  }

  const put = (variantId: VariantId, onHand: number) =>
    db.transaction().execute((tx) =>
      setOnHand(tx, {
        counts: [{ variantId, locationId: main, onHand }],
        ...{ now: NOW, reason: 'count', reference: 'test' },
      }),
    );
  const join = (variantId: VariantId, name: string, more: { market?: string; locale?: string } = {}) =>
    db.transaction().execute((tx) => {
      const { market = 'eu', locale = 'en' } = more;
      const email = name.includes('@') ? name : `${name}@example.org`;
      return joinWaitlist(tx, { variantId, email, market, locale: localeOf(locale), now: NOW });
    });
  const serve = (variantId: VariantId, now = NOW) =>
    db.transaction().execute((tx) => serveVariant(tx, variantId, { reached, now }));
  /** Who was written to since the test began, in order. */
  async function told(): Promise<string[]> {
    const { mails } = expectOk(await readMailbox(db, { limit: 100 }));
    return mails.map(({ to }) => to.split('@')[0] ?? '').reverse();
  }
  const waiting = async () => {
    const { rows } = await sql<{ email: string }>`select email from waitlist.wait order by place`.execute(db);
    return rows.map(({ email }) => email.split('@')[0]);
  };
  const work = { connection, jobs: waitlistJobs(reached), reactions: waitlistReactions };
  const madeSoFar = () => made;
  return { db, work, soldOut, madeSoFar, put, join, serve, told, waiting };
}
