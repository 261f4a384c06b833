import type { CurrencyCode } from '../../../kernel/index.ts';
import type { EventItem } from '../event.ts';
import { LIMITS } from './limits.ts';
import { minorUnits } from './minor-units.ts';
import { Params } from './params.ts';

/** The items of an event, each with what is wrong with it noted under its own name: `items[0].price`. */
export function readItems(params: Params, currency: CurrencyCode | undefined): readonly EventItem[] {
  const given = params.take('items');
  if (given === undefined) return [];
  if (!Array.isArray(given)) {
    params.refuse('items', 'must be a list');
    return [];
  }
  if (given.length > LIMITS.items) {
    params.refuse('items', `are ${given.length}; at most ${LIMITS.items}`);
    return [];
  }
  return given.flatMap((item, index) => {
    const read = readItem(params, item, { index, currency });
    return read === undefined ? [] : [read];
  });
}

function readItem(
  params: Params,
  item: unknown,
  { index, currency }: { readonly index: number; readonly currency: CurrencyCode | undefined },
): EventItem | undefined {
  if (typeof item !== 'object' || item === null) return params.refuse(`items[${index}]`, 'must be an object');
  const own = new Params({ ...item }, params.problems, `items[${index}].`);
  const id = own.text('item_id', LIMITS.itemTextLength);
  const name = own.text('item_name', LIMITS.itemTextLength);
  if (id === undefined && name === undefined) own.refuse('item_id', 'or item_name is needed');
  const quantity = own.whole('quantity', 1_000_000);
  const price = own.decimal('price');
  const minor = price === undefined ? undefined : priceOf(own, price, currency);
  return {
    ...(id === undefined ? {} : { item_id: id }),
    ...(name === undefined ? {} : { item_name: name }),
    ...(minor === undefined ? {} : { price_minor: minor }),
    ...(quantity === undefined ? {} : { quantity }),
    ...own.rest({ most: LIMITS.itemParams, longest: LIMITS.itemTextLength }),
  };
}

function priceOf(own: Params, price: string, currency: CurrencyCode | undefined): number | undefined {
  if (currency === undefined) return own.refuse('price', "needs the event's `currency`");
  const minor = minorUnits(price, currency);
  return minor ?? own.refuse('price', 'is too large');
}
