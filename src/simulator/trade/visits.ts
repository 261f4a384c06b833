import type { Random } from '../random.ts';
import { type Arrival, arrivalBy, arrivalByCampaign } from './arrival.ts';
import { drawByShare, drawPlace, type Odds } from './chance.ts';
import type { KnownVisit } from './known-visits.ts';
import {
  anyGood,
  type Choice,
  choiceOf,
  fillBasket,
  instead,
  type Market,
  type Order,
  wantedGood,
} from './order.ts';
import { type Good, isOut } from './shelf.ts';
import { drawShopper, type Shopper } from './shopper.ts';
import type { ChannelTruth, Truths } from './truths.ts';
import type { Outcome, Visit } from './visit.ts';

/** A day of the market, and what was counted until now. */
export type Scene = Market & {
  readonly hours: Odds;
  readonly book: { visits: number; orders: number; customers: number };
  /** The probability that what somebody comes for is not there, for no planted reason. */
  readonly missing: number;
};

type By = { readonly channel: ChannelTruth; readonly isByCampaign: false } | { readonly isByCampaign: true };

/** A visit of somebody who has not bought yet, and what they may buy. */
export function drawNewVisit(random: Random, scene: Scene, by: By): Visit {
  const { truths, date } = scene;
  const shopper = drawShopper(random, truths);
  const arrival = arrivalOf(random, scene, by);
  const usual = conversionOf(truths, arrival.channel);
  // The conversion is that of shelves as they usually are.
  const conversion = (usual * (date.campaign?.conversion ?? 1)) / (1 - truths.supply.lost * scene.missing);
  const wanted = choiceOf(random, anyGood(random, scene));
  const isBuyer = random.chance(Math.min(0.95, conversion * shopper.device.conversion));
  const missed = isBuyer && missedBy(scene, wanted);
  // Who wanted something that is out of stock leaves, or takes something else.
  if (missed !== false) scene.room.miss(wanted.variant, 1);
  if (missed !== false && random.chance(missed)) {
    const visit = visitOf(random, scene, { shopper, arrival, isKnown: false });
    return { ...visit, outcome: 'looked', looked: [wanted.good] };
  }
  const taken = missed === false ? wanted : takenInstead(random, scene, wanted.good);
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
  const wanted = choiceOf(random, wantedGood(random, scene));
  const order = buys ? drawOrder(random, scene, { shopper, wanted, isKnown: true }) : undefined;
  return visitOf(random, scene, { shopper, arrival, isKnown: true, conversion: channel.conversion, order });
}

/** How many of those who miss it buy nothing; `false` where it is there. */
function missedBy({ truths, date, room }: Scene, { good, variant }: Choice): number | false {
  if (isOut(good, truths, date.daysBefore)) return truths.stockOut.lost;
  return room.available(variant) === 0 && truths.supply.lost;
}

function takenInstead(random: Random, scene: Scene, good: Good): Choice {
  const other = instead(random, scene, good);
  return other ?? choiceOf(random, wantedGood(random, scene));
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
  about: { readonly shopper: Shopper; readonly wanted: Choice; readonly isKnown: boolean },
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
