import { currencyOf } from '../../../kernel/index.ts';
import type { EventItem, PastEvent } from '../../../modules/collector/index.ts';
import { randomFor } from '../../random.ts';
import type { Good } from '../shelf.ts';
import { drawHex, type Place } from '../shopper.ts';
import { TRUTHS } from '../truths.ts';
import type { Visit } from '../visit.ts';
import { drawVitals } from './vitals.ts';

/** What is known of the shop besides its trade. */
export type Shop = {
  readonly seed: number;
  /** Whose orders these are: a purchase tells `origin:number`. */
  readonly origin: string;
  /** Ids of products by their handles. */
  readonly productIds: ReadonlyMap<string, string>;
  /** Handles of collections that shoppers come to first. */
  readonly collections: readonly string[];
};

type Step = { readonly name: string; readonly afterMs: number; readonly more?: Partial<PastEvent['event']> };

/** The events of a visit, as the shop's pages and its checkout would have told them. */
export function eventsOf(visit: Visit, shop: Shop): PastEvent[] {
  const random = randomFor(shop.seed, `trade:visit:${visit.number}`);
  const { shopper, arrival } = visit;
  const { place } = shopper;
  const known = shopper.visitor;
  const about = {
    ...knownBy(visit, shop),
    visitor: known ?? drawHex(random, 32),
    ...{ device: shopper.device.device, browser: shopper.browser, os: shopper.os },
    ...{ country: place.country, hasGpc: false },
  };
  const ids = drawHex(random, 24);
  const { channel: _, ...from } = arrival;
  const shared = { market: place.market, locale: place.locale };
  let pages = 0;
  return stepsOf(visit, shop, random).map(({ name, afterMs, more }, index) => {
    if (name === 'page_view') pages += 1;
    const happenedAt = Temporal.Instant.fromEpochMilliseconds(visit.at + afterMs);
    const event = {
      ...{ id: idOf(ids, index), name, happenedAt, items: [], data: {} },
      ...shared,
      // Where somebody came from stands in the address of the first page only.
      ...(pages === 1 ? from : {}),
      ...more,
    };
    return { event, about: { ...about, arrivedAt: happenedAt } };
  });
}

/** Who agreed to it is known again; who bought before may sign in. A stream of its own leaves the events as they were. */
function knownBy(
  { number, shopper, isKnown }: Visit,
  { seed }: Shop,
): Pick<PastEvent['about'], 'mode' | 'customerId'> {
  if (shopper.visitor === undefined) return { mode: 'cookieless' };
  const isSignedIn = isKnown && randomFor(seed, `trade:signed-in:${number}`).chance(TRUTHS.signedIn);
  if (!isSignedIn) return { mode: 'consented' };
  return {
    mode: 'signed_in',
    customerId: idOf(drawHex(randomFor(seed, `trade:account:${shopper.number}`), 24), 0),
  };
}

/** A UUID of version 4 out of 24 digits and the place of the event. */
function idOf(digits: string, index: number): string {
  const last = index.toString(16).padStart(4, '0');
  return `${digits.slice(0, 8)}-${last}-4${digits.slice(8, 11)}-8${digits.slice(11, 14)}-${digits.slice(12)}`;
}

const REST_MS = 400;

function stepsOf(visit: Visit, shop: Shop, random: ReturnType<typeof randomFor>): Step[] {
  const { shopper, looked, outcome, order, search } = visit;
  const { place } = shopper;
  const steps: Step[] = [];
  let [now, path] = [0, ''];
  const tell = (name: string, more: Step['more']) => {
    steps.push({ name, afterMs: now, more: { path, ...more } });
  };
  const view = (page: string) => {
    path = page === '/' ? place.prefix || '/' : `${place.prefix}${page}`;
    tell('page_view', { currency: currencyOf(place.currency) });
  };
  const stay = (seconds: number) => {
    const engagedMs = Math.round(-Math.log1p(-random.next()) * seconds * 1000);
    now += engagedMs + REST_MS;
    tell('user_engagement', { engagedMs });
  };
  const [first] = looked;
  const landsOnProduct = first !== undefined && outcome !== 'left' && random.chance(0.35);
  view(landsOnProduct ? `/products/${first.handle}` : landingOf(visit, shop, random));
  if (landsOnProduct) tell('view_item', aboutGoods([first], place, shop));
  if (random.chance(0.12)) for (const vital of drawVitals(random, shopper)) tell('web_vital', vital);
  stay(outcome === 'left' ? 6 : 18);
  if (outcome === 'left') return steps;
  if (search) {
    view('/search');
    tell('search', { searchTerm: search.term, results: search.results });
    stay(9);
  }
  for (const good of landsOnProduct ? looked.slice(1) : looked) {
    view(`/products/${good.handle}`);
    tell('view_item', aboutGoods([good], place, shop));
    stay(24);
  }
  if (outcome === 'looked') return steps;
  const carted = order ? order.lines.map(({ good }) => good) : looked.slice(0, 1);
  for (const good of carted) tell('add_to_cart', aboutGoods([good], place, shop));
  now += REST_MS;
  view('/cart');
  tell('view_cart', aboutGoods(carted, place, shop));
  stay(12);
  if (outcome === 'carted') return steps;
  path = '/checkout';
  tell('begin_checkout', aboutGoods(carted, place, shop));
  now += 20_000;
  tell('add_shipping_info', aboutGoods(carted, place, shop));
  now += 20_000;
  if (order || visit.isFraud) tell('add_payment_info', aboutGoods(carted, place, shop));
  if (order) {
    // No pause of half an hour comes before it, however long somebody looked around.
    now = Math.max(now, Math.min(order.at - visit.at, now + 600_000));
    tell('purchase', { orderId: `${shop.origin}:${order.number}` });
  }
  return steps;
}

function landingOf({ outcome }: Visit, { collections }: Shop, random: ReturnType<typeof randomFor>): string {
  if (outcome === 'left' ? random.chance(0.45) : random.chance(0.3)) return '/';
  return collections.length === 0 ? '/collections' : `/collections/${random.pick(collections)}`;
}

function aboutGoods(goods: readonly Good[], { currency }: Place, { productIds }: Shop): Step['more'] {
  const items = goods.map((good): EventItem => {
    const [variant] = good.variants;
    return {
      item_id: productIds.get(good.handle) ?? good.handle,
      ...{ item_name: good.title, item_brand: good.brand },
      ...{ price_minor: variant?.priceMinor[currency] ?? 0, quantity: 1 },
    };
  });
  const valueMinor = items.reduce((sum, { price_minor: price = 0 }) => sum + price, 0);
  return { currency: currencyOf(currency), valueMinor, items };
}
