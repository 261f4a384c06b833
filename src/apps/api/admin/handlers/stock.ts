import { money, ok, parseId, type Refusal, refuse } from '../../../../kernel/index.ts';
import type { VariantId } from '../../../../modules/catalog/index.ts';
import { correctStock, readLevels, readLocations, setOnHand } from '../../../../modules/inventory/index.ts';
import { type Price, readPrices, removePrices, setPrices } from '../../../../modules/pricing/index.ts';
import { type Asked, type Handlers, moneyOf } from '../../../../platform/api/index.ts';
import { type Db, transact } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { priceEndpoints, stockEndpoints } from '../contract/stock.ts';
import type { AdminDeps } from '../deps.ts';

export function priceHandlers({ db, reads }: AdminDeps): Handlers<typeof priceEndpoints> {
  return {
    readPrices: async ({ query: { variantIds } }) => {
      const items = [...(await readPrices(reads, idsIn(variantIds))).values()].flat().map((price) => ({
        variantId: price.variantId,
        price: moneyOf(money(price.amountMinor, price.currency)),
        ...(price.compareAtMinor === undefined
          ? {}
          : { compareAt: moneyOf(money(price.compareAtMinor, price.currency)) }),
      }));
      return ok({ items });
    },
    setPrices: async ({ body, now }) => {
      const prices = body.prices.map((one): Price => priceOf(one));
      const { changed, refused } = await transact(db, (tx) => setPrices(tx, { prices, now, reason: 'api' }));
      return ok({
        changed,
        refused: refused.map((one) => refusedItem(prices.indexOf(one.price), one.refusal)),
      });
    },
    removePrices: async ({ params: { variantId, currency }, now }) =>
      ok(
        await transact(db, (tx) =>
          removePrices(tx, { variantIds: [variantId], currency, now, reason: 'api' }),
        ),
      ),
  };
}

export function stockHandlers({ db, reads }: AdminDeps): Handlers<typeof stockEndpoints> {
  return {
    readStock: async ({ query: { variantIds } }) => {
      const levels = await readLevels(reads, idsIn(variantIds));
      const items = [...levels.values()].flat().map((level) => {
        const { variantId, locationId, onHand, reserved, available } = level;
        return { variantId, locationId, onHand, reserved, available };
      });
      return ok({ items });
    },
    countStock: async ({ body: { counts, reference }, caller, now }) => {
      const unknown = await unknownLocation(reads, counts);
      if (unknown) return unknown;
      const { changed, refused } = await transact(db, (tx) =>
        setOnHand(tx, { counts, now, reason: 'count', reference, actor: actorOf(caller) }),
      );
      return ok({
        changed,
        refused: refused.map((one) => refusedItem(counts.indexOf(asGiven(counts, one.count)), one.refusal)),
      });
    },
    moveStock: async ({ body, caller, now, tx }) => {
      const unknown = await unknownLocation(reads, body.moves);
      if (unknown) return unknown;
      return correctStock(tx, { ...body, actor: actorOf(caller), now });
    },
  };
}

export function idsIn(text: string): VariantId[] {
  return text.split(',').flatMap((one): VariantId | VariantId[] => parseId<'variant'>(one) ?? []);
}

/** A price as it was sent. */
export function priceOf({ variantId, price, compareAt }: PriceSent): Price {
  const { currency, minor: amountMinor } = price;
  return { variantId, currency, amountMinor, compareAtMinor: compareAt?.minor };
}

type PriceSent = Asked<typeof priceEndpoints.setPrices>['body']['prices'][number];

export function refusedItem(index: number, { code, message }: Refusal) {
  return { index, code, message };
}

type Count = Parameters<typeof setOnHand>[1]['counts'][number];

function asGiven(counts: readonly Count[], { variantId, locationId }: Count): Count {
  const found = counts.find((one) => one.variantId === variantId && one.locationId === locationId);
  if (found === undefined) throw new TypeError('a count was refused that nobody gave');
  return found;
}

export async function unknownLocation(db: Db, places: readonly Pick<Count, 'locationId'>[]) {
  const known = new Set((await readLocations(db)).map(({ id }) => id));
  const index = places.findIndex(({ locationId }) => !known.has(locationId));
  if (index < 0) return undefined;
  return refuse('unknown_location', 'no location has this id', `[${index}].locationId`);
}
