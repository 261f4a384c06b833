import type { SearchQuery } from '../query.ts';
import type { Core } from './core.ts';
import type { Visibility } from './match.ts';
import type { Scratch } from './scratch.ts';
import { type Candidates, scopesOf } from './select.ts';

/** Nothing is priced in a currency that no product has. */
const NO_PRICES = new Float64Array(0);

export function visibilityOf(core: Core, query: Pick<SearchQuery, 'currency' | 'now'>): Visibility {
  const { from, until, prices } = core.columns;
  return {
    nowMs: query.now.epochMilliseconds,
    from,
    until,
    price: prices.get(query.currency)?.min ?? NO_PRICES,
  };
}

export function isVisible({ nowMs, from, until, price }: Visibility, slot: number): boolean {
  return (from[slot] ?? 0) <= nowMs && nowMs < (until[slot] ?? 0) && !Number.isNaN(price[slot] ?? Number.NaN);
}

/** What a query without text looks at: the visible of its narrowest collection, category or brand, or of the shop. */
export function browse(core: Core, query: SearchQuery, visibility: Visibility, scratch: Scratch): Candidates {
  const lists = scopesOf(query).map((scope) => {
    const number = core.values.numberOf(scope.facet, scope.value);
    return { scope, slots: number === undefined ? new Uint32Array(0) : core.values.slotsOf(number) };
  });
  const least = lists.toSorted((a, b) => a.slots.length - b.slots.length)[0];
  const narrowest = least?.slots;
  const size = narrowest?.length ?? core.columns.count;
  const slots = scratch.whole('browse', size);
  let count = 0;
  const { nowMs, from, until, price } = visibility;
  for (let at = 0; at < size; at++) {
    const slot = narrowest === undefined ? at : (narrowest[at] ?? 0);
    const cost = price[slot] ?? Number.NaN;
    if ((from[slot] ?? 0) <= nowMs && nowMs < (until[slot] ?? 0) && !Number.isNaN(cost))
      slots[count++] = slot;
  }
  return { slots, count, scope: least?.scope };
}
