import type { Random } from '../random.ts';
import { type Arrival, arrivalBy, arrivalByCampaign } from './arrival.ts';
import { drawByShare, drawPlace, type Odds } from './chance.ts';
import type { KnownVisit } from './known-visits.ts';
import { anyGood, fillBasket, type Market, type Order, wantedGood } from './order.ts';
import { type Good, isOut } from './shelf.ts';
import { drawShopper, type Shopper } from './shopper.ts';
import type { ChannelTruth, Truths } from './truths.ts';
import type { Outcome, Visit } from './visit.ts';

/** A day of the market, and what was counted until now. */
export type Scene = Market & {
  readonly hours: Odds;
  readonly book: { visits: number; orders: number; customers: number };
};

type By = { readonly channel: ChannelTruth; readonly isByCampaign: false } | { readonly isByCampaign: true };

/** A visit of somebody who has not bought yet, and what they may buy. */
export function drawNewVisit(random: Random, scene: Scene, by: By): Visit {
  const { truths, date } = scene;
  const shopper = drawShopper(random, truths);
  const arrival = arrivalOf(random, scene, by);
  const usual = conversionOf(truths, arrival.channel);
  const conversion = usual * (date.campaign?.conversion ?? 1);
  const wanted = anyGood(random, scene);
  const isBuyer = random.chance(Math.min(0.95, conversion * shopper.device.conversion));
  // Who wanted something that is out of stock leaves, or takes something else.
  const isLost = isBuyer && isOut(wanted, truths, date.daysBefore) && random.chance(truths.stockOut.lost);
  if (isLost) {
    const visit = visitOf(random, scene, { shopper, arrival, isKnown: false });
    return { ...visit, outcome: 'looked', looked: [wanted] };
  }
  const taken = isOut(wanted, truths, date.daysBefore) ? wantedGood(random, scene) : wanted;
  const order = isBuyer ? drawOrder(random, scene, { shopper, wanted: taken, isKnown: false }) : undefined;
  return visitOf(random, scene, { shopper, arrival, isKnown: false, conversion: usual, order });
}

/** A visit of somebody who has bought before. */
export function drawKnownVisit(
  random: Random,
  scene: Scene,
  { shopper, channel, buys }: KnownVisit & { readonly shopper: Shopper },
): Visit {
  const arrival = arrivalBy(random, channel.channel);
  const wanted = wantedGood(random, scene);
  const order = buys ? drawOrder(random, scene, { shopper, wanted, isKnown: true }) : undefined;
  return visitOf(random, scene, { shopper, arrival, isKnown: true, conversion: channel.conversion, order });
}

function arrivalOf(random: Random, { date }: Scene, by: By): Arrival {
  if (!by.isByCampaign) return arrivalBy(random, by.channel.channel);
  if (date.campaign === undefined) throw new RangeError('there is no campaign on this day');
  return arrivalByCampaign(random, date.campaign);
}

function conversionOf({ channels }: Truths, channel: string): number {
  return channels.find((one) => one.channel === channel)?.conversion ?? 0;
}

function drawOrder(
  random: Random,
  scene: Scene,
  about: { readonly shopper: Shopper; readonly wanted: Good; readonly isKnown: boolean },
): Omit<Order, 'at'> {
  const { book } = scene;
  const { shopper, wanted, isKnown } = about;
  book.orders += 1;
  if (!isKnown) {
    book.customers += 1;
    shopper.number = book.customers;
  }
  const number = `S-${String(book.orders).padStart(6, '0')}`;
  return {
    number,
    shopper,
    isFirst: !isKnown,
    ...fillBasket(random, scene, { shopper, wanted, isFirst: !isKnown }),
  };
}

/** From the first look at the shop to the order, in milliseconds. */
const UNTIL_ORDER_MS = 9 * 60_000;

function visitOf(
  random: Random,
  scene: Scene,
  given: Pick<Visit, 'shopper' | 'arrival' | 'isKnown'> & {
    /** What the steps before an order follow from. */
    readonly conversion?: number;
    readonly order?: Omit<Order, 'at'> | undefined;
  },
): Visit {
  const { truths, book } = scene;
  const { shopper, arrival, isKnown, conversion = 0, order } = given;
  const at = momentOn(random, scene);
  const outcome = order ? 'bought' : outcomeOf(random, truths, conversion);
  const bought = order?.lines.map(({ good }) => good) ?? [];
  const more = outcome === 'left' ? 0 : lookedAt(random, outcome);
  const others = Array.from({ length: more }, () => anyGood(random, scene));
  book.visits += 1;
  return {
    ...{ number: book.visits, at, shopper, isKnown, arrival, outcome },
    looked: [...new Set([...bought, ...others])],
    search: outcome === 'left' ? undefined : searchFor(random, truths, bought[0] ?? others[0]),
    isFraud: outcome === 'checked_out' && random.chance(truths.fraud),
    order: order && { ...order, at: at + UNTIL_ORDER_MS },
  };
}

/** How many products besides those that are bought. Some who look around never come to one. */
function lookedAt(random: Random, outcome: Outcome): number {
  if (outcome === 'looked' && random.chance(0.25)) return 0;
  return Math.floor(random.next() ** 3 * 4) + (outcome === 'bought' ? 0 : 1);
}

function outcomeOf(random: Random, truths: Truths, conversion: number): Outcome {
  if (random.chance(truths.leftAtCheckout * conversion)) return 'checked_out';
  if (random.chance(truths.leftCart * conversion)) return 'carted';
  return random.chance(truths.bounces) ? 'left' : 'looked';
}

function momentOn(random: Random, { hours, date }: Scene): number {
  const hour = drawPlace(random, hours);
  // Nobody who begins in the last minutes orders on the next day.
  const share = Math.min((hour + random.next()) / 24, 0.993);
  return Math.floor(date.beganAt + share * date.lastsMs);
}

const FOUND_NOTHING = [
  'gift card',
  'tablecloth',
  'cutting mat',
  'kids shirt',
  'teapot',
  'doormat',
  'umbrella',
];

function searchFor(random: Random, truths: Truths, good: Good | undefined): Visit['search'] {
  if (good === undefined || !random.chance(truths.searches)) return undefined;
  if (random.chance(truths.empty)) return { term: random.pick(FOUND_NOTHING), results: 0 };
  const words = good.title.toLowerCase().split(' ');
  const term = drawByShare(random, [
    { share: 0.5, term: words.at(-1) ?? good.family },
    { share: 0.3, term: good.family },
    { share: 0.2, term: words.slice(0, 2).join(' ') },
  ]).term;
  return { term, results: random.integer(1, 24) };
}
