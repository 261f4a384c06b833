import { currencyOf, expectOk, localeOf } from '../../kernel/index.ts';
import { saveMarket, saveShop, saveStorefront } from '../../modules/markets/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import type { World } from '../world/demo-world.ts';
import { transact } from './transact.ts';

/** The shop's name and address, its markets and its storefronts. */
export async function saveSettings(connection: Connection, world: World): Promise<void> {
  const { shop } = world;
  await transact(connection, async (tx) => {
    const described = {
      ...shop,
      defaultCurrency: currencyOf(shop.defaultCurrency),
      defaultLocale: localeOf(shop.defaultLocale),
    };
    expectOk(await saveShop(tx, described));
    for (const [position, market] of world.markets.entries()) {
      expectOk(await saveMarket(tx, { ...market, currency: currencyOf(market.currency), position }));
    }
    for (const [position, storefront] of world.storefronts.entries()) {
      expectOk(await saveStorefront(tx, { ...storefront, position }));
    }
  });
}
