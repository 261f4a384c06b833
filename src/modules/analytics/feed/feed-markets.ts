import type { Warehouse } from '../../../platform/warehouse/index.ts';
import type { FactSources } from '../facts/sources.ts';
import { MARKET } from './place-history.ts';

/** Keeps which market sells to which country, and moves what was sold elsewhere to the market that does by now. */
export async function feedMarkets(
  warehouse: Warehouse,
  { markets }: Pick<FactSources, 'markets'>,
): Promise<void> {
  const given = (await markets()).flatMap(({ code, countries }) =>
    // A market without countries sells everywhere.
    (countries.length > 0 ? countries : ['']).map((country) => ({ country, code })),
  );
  const byCountry = new Map(given.toReversed().map(({ country, code }) => [country, code]));
  const kept = await warehouse.rows<{ country: string; market: string }>(
    'select country, market from market_country',
  );
  const isSame = kept.every(({ country, market }) => byCountry.get(country) === market);
  if (isSame && kept.length === byCountry.size) return;
  await warehouse.change(async (session) => {
    await session.run('delete from market_country');
    await session.append('market_country', byCountry);
    await session.run(`create or replace temp table moved_order as
      select order_id, ${MARKET} as market from orders found where origin <> ''`);
    for (const table of ['orders', 'sale', 'sale_hour']) {
      await session.run(`
        update ${table} set market = moved.market from moved_order moved
        where ${table}.order_id = moved.order_id and ${table}.market <> moved.market`);
    }
  });
}
