import { sql } from 'kysely';
import { currencyOf, localeOf } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import {
  firstMarket,
  type Market,
  NEW_SHOP,
  type Shop,
  type Storefront,
  type TemplateName,
} from './market.ts';

/** The shop; before its owner has described it, {@link NEW_SHOP}. */
export async function readShop(db: Db): Promise<Shop> {
  const row = await db
    .selectFrom('markets.shop')
    .select(['name', 'tagline', 'legal_name', 'email', 'phone', 'postal_address', 'base_url', 'time_zone'])
    .select(['country', 'vat_id'])
    .select(['default_currency', 'default_locale', 'template'])
    .executeTakeFirst();
  if (row === undefined) return NEW_SHOP;
  return {
    name: row.name,
    tagline: row.tagline,
    legalName: row.legal_name,
    email: row.email,
    phone: row.phone,
    postalAddress: row.postal_address,
    country: row.country,
    vatId: row.vat_id,
    baseUrl: row.base_url,
    timeZone: row.time_zone,
    defaultCurrency: currencyOf(row.default_currency),
    defaultLocale: localeOf(row.default_locale),
    template: row.template as TemplateName,
  };
}

/** The shop, and which version of it: 0 before its owner has described it. */
export type KeptShop = { readonly shop: Shop; readonly version: bigint };

export async function readKeptShop(db: Db): Promise<KeptShop> {
  const [shop, row] = await Promise.all([
    readShop(db),
    db.selectFrom('markets.shop').select('version').executeTakeFirst(),
  ]);
  return { shop, version: row?.version ?? 0n };
}

/** Nobody else changes the shop until the transaction ends, nor describes one that is not described yet. */
export async function lockShop(tx: Tx): Promise<void> {
  await sql`lock table markets.shop in share row exclusive mode`.execute(tx);
}

/** All markets in the manager's order; in a shop that has none yet, one in its own currency. */
export async function readMarkets(db: Db): Promise<Market[]> {
  const { rows } = await sql<MarketRow>`
    select code, name, countries, currency, prices_include_tax, position
    from markets.market order by position, code`.execute(db);
  return rows.length === 0 ? [firstMarket(await readShop(db))] : rows.map(marketOf);
}

/**
 * All storefronts, the one without a prefix first; in a shop that has none yet, that one in its own language.
 */
export async function readStorefronts(db: Db): Promise<Storefront[]> {
  const { rows } = await sql<MarketRow & { prefix: string; locale: string; place: number }>`
    select storefront.prefix, storefront.locale, storefront.position as place, market.code, market.name, market.countries, market.currency,
      market.prices_include_tax, market.position
    from markets.storefront join markets.market on market.code = storefront.market_code
    order by storefront.prefix <> '', storefront.position, storefront.prefix`.execute(db);
  if (rows.length > 0) {
    return rows.map(({ prefix, locale, place, ...row }) => {
      return { prefix, market: marketOf(row), locale: localeOf(locale), position: place };
    });
  }
  const shop = await readShop(db);
  const [market] = await readMarkets(db);
  return [{ prefix: '', market: market ?? firstMarket(shop), locale: shop.defaultLocale, position: 0 }];
}

type MarketRow = {
  code: string;
  name: string;
  countries: string[];
  currency: string;
  prices_include_tax: boolean;
  position: number;
};

function marketOf(row: MarketRow): Market {
  const { code, name, countries, position } = row;
  const currency = currencyOf(row.currency);
  return { code, name, countries, currency, pricesIncludeTax: row.prices_include_tax, position };
}

export async function upsertShop(tx: Tx, shop: Shop): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into markets.shop as kept (name, tagline, legal_name, email, phone, postal_address, base_url,
      time_zone, default_currency, default_locale, template, country, vat_id)
    values (${shop.name}, ${shop.tagline}, ${shop.legalName}, ${shop.email}, ${shop.phone},
      ${shop.postalAddress}, ${shop.baseUrl}, ${shop.timeZone}, ${shop.defaultCurrency},
      ${shop.defaultLocale}, ${shop.template}, ${shop.country}, ${shop.vatId})
    on conflict (id) do update set name = excluded.name, tagline = excluded.tagline,
      legal_name = excluded.legal_name, email = excluded.email, phone = excluded.phone,
      postal_address = excluded.postal_address, base_url = excluded.base_url, time_zone = excluded.time_zone,
      default_currency = excluded.default_currency, default_locale = excluded.default_locale,
      template = excluded.template, country = excluded.country, vat_id = excluded.vat_id,
      version = kept.version + 1
    where (kept.name, kept.tagline, kept.legal_name, kept.email, kept.phone, kept.postal_address,
      kept.base_url, kept.time_zone, kept.default_currency, kept.default_locale, kept.template,
      kept.country, kept.vat_id)
      is distinct from (excluded.name, excluded.tagline, excluded.legal_name, excluded.email, excluded.phone,
      excluded.postal_address, excluded.base_url, excluded.time_zone, excluded.default_currency,
      excluded.default_locale, excluded.template, excluded.country, excluded.vat_id)`.execute(tx);
  return numAffectedRows === 1n;
}

export async function upsertMarket(tx: Tx, market: Market): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into markets.market as kept (code, name, countries, currency, prices_include_tax, position)
    values (${market.code}, ${market.name}, ${market.countries}::text[], ${market.currency},
      ${market.pricesIncludeTax}, ${market.position})
    on conflict (code) do update set name = excluded.name, countries = excluded.countries,
      currency = excluded.currency, prices_include_tax = excluded.prices_include_tax,
      position = excluded.position
    where (kept.name, kept.countries, kept.currency, kept.prices_include_tax, kept.position)
      is distinct from (excluded.name, excluded.countries, excluded.currency, excluded.prices_include_tax,
      excluded.position)`.execute(tx);
  return numAffectedRows === 1n;
}

/**
 * One of these countries that another market has already. Markets are locked: two cannot take one country at
 * once.
 */
export async function findTakenCountry(
  tx: Tx,
  market: Pick<Market, 'code' | 'countries'>,
): Promise<{ readonly country: string; readonly market: string } | undefined> {
  await sql`lock table markets.market in share row exclusive mode`.execute(tx);
  const { rows } = await sql<{ country: string; market: string }>`
    select country, code as market from markets.market, unnest(countries) as country
    where code <> ${market.code} and country = any(${market.countries}::text[]) limit 1`.execute(tx);
  return rows[0];
}

export async function upsertStorefront(
  tx: Tx,
  input: {
    readonly prefix: string;
    readonly market: string;
    readonly locale: string;
    readonly position: number;
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into markets.storefront as kept (prefix, market_code, locale, position)
    values (${input.prefix}, ${input.market}, ${input.locale}, ${input.position})
    on conflict (prefix) do update set market_code = excluded.market_code, locale = excluded.locale,
      position = excluded.position
    where (kept.market_code, kept.locale, kept.position)
      is distinct from (excluded.market_code, excluded.locale, excluded.position)`.execute(tx);
  return numAffectedRows === 1n;
}

/** Whether there is such a market, kept from being removed until the transaction ends. */
export async function hasMarket(tx: Tx, code: string): Promise<boolean> {
  const { rows } = await sql`select from markets.market where code = ${code} for key share`.execute(tx);
  return rows.length > 0;
}

export async function hasMarkets(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select from markets.market limit 1`.execute(tx);
  return rows.length > 0;
}

export async function countStorefronts(tx: Tx, marketCode: string): Promise<bigint> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from markets.storefront where market_code = ${marketCode}`.execute(tx);
  return rows[0]?.count ?? 0n;
}

export async function deleteMarket(tx: Tx, code: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from markets.market where code = ${code}`.execute(tx);
  return numAffectedRows === 1n;
}

export async function deleteStorefront(tx: Tx, prefix: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from markets.storefront where prefix = ${prefix}`.execute(tx);
  return numAffectedRows === 1n;
}
