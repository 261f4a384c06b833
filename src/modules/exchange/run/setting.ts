import { type CurrencyCode, type Locale, parseCurrency } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import { readAttributeDefinitions } from '../../catalog/index.ts';
import { defaultLocation, type LocationId, readLocations, saveLocation } from '../../inventory/index.ts';
import { readMarkets, readShop, readStorefronts } from '../../markets/index.ts';
import { columnName } from '../header.ts';
import type { Definitions } from './attributes.ts';
import type { ImportOptions } from './import-run.ts';

/** What an import must know of the shop, read once. */
export type Setting = {
  readonly currency: CurrencyCode;
  readonly locales: readonly Locale[];
  readonly currencyOfMarket: (name: string) => CurrencyCode | undefined;
  /** By code; '' is the one that files without locations mean. */
  readonly locations: Map<string, LocationId>;
  definitions: Definitions;
};

/**
 * Throws a RangeError when an option names what the shop does not have: a mistake of who started the import.
 */
export async function readSetting(db: Db, options: ImportOptions): Promise<Setting> {
  const [shop, markets, storefronts] = await Promise.all([
    readShop(db),
    readMarkets(db),
    readStorefronts(db),
  ]);
  const currency = options.currency === undefined ? shop?.defaultCurrency : parseCurrency(options.currency);
  if (currency === undefined)
    throw new RangeError(`"${options.currency ?? ''}" is no ISO 4217 currency; say which the prices are in`);
  const byName = new Map(
    markets.flatMap(
      (market) =>
        [
          [columnName(market.name), market.currency],
          [market.code, market.currency],
        ] as const,
    ),
  );
  return {
    currency,
    locales: [...new Set(storefronts.map((storefront) => storefront.locale))],
    currencyOfMarket: (name) => byName.get(columnName(name)),
    locations: await readLocationCodes(db, options.location),
    definitions: await readDefinitions(db),
  };
}

export async function readDefinitions(db: Db): Promise<Definitions> {
  return new Map((await readAttributeDefinitions(db)).map((definition) => [definition.key, definition]));
}

/** The location of this code, made when a file of ours counts stock at one that the shop does not have. */
export async function locationOf(
  tx: Tx,
  setting: Setting,
  code: string | undefined,
): Promise<LocationId | undefined> {
  const known = setting.locations.get(code ?? '');
  if (known !== undefined || code === undefined) return known;
  const made = await saveLocation(tx, {
    code,
    name: code,
    country: undefined,
    isActive: true,
    position: setting.locations.size,
  });
  if (!made.ok) return undefined;
  setting.locations.set(code, made.value.id);
  return made.value.id;
}

async function readLocationCodes(db: Db, code: string | undefined): Promise<Map<string, LocationId>> {
  const main = await defaultLocation(db);
  const locations = await readLocations(db);
  const chosen = code === undefined ? main : locations.find((location) => location.code === code);
  if (chosen === undefined) {
    throw new RangeError(
      `the shop has no location "${code}"; it has ${locations.map((location) => location.code).join(', ')}`,
    );
  }
  return new Map([...locations.map((location) => [location.code, location.id] as const), ['', chosen.id]]);
}
