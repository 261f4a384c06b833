import { type Random, randomFor } from '../random.ts';
import type { World } from '../world/demo-world.ts';
import { calendarOf, type TradeDate } from './calendar.ts';
import { drawByShare, drawCount, oddsOf } from './chance.ts';
import { drawKnownVisits, type KnownVisit } from './known-visits.ts';
import type { Order } from './order.ts';
import { drawRefund, type Refund } from './refund.ts';
import { demandOn, shelfOf } from './shelf.ts';
import type { Shopper } from './shopper.ts';
import { drawSpend, type Spend } from './spend.ts';
import { missingOn } from './stock/missing.ts';
import { openStoreroom, type StockMoves } from './stock/storeroom.ts';
import { TRUTHS, type Truths } from './truths.ts';
import type { Visit } from './visit.ts';
import { drawKnownVisit, drawNewVisit, type Scene } from './visits.ts';

export type TradeInput = {
  readonly world: Pick<World, 'products'>;
  readonly seed: number;
  readonly lastDay: Temporal.PlainDate;
  /** The shop's. */
  readonly zone: string;
  readonly truths?: Truths;
};

/** What happened on a day. */
export type TradeDay = {
  readonly date: TradeDate;
  /** By the moment at which they began. */
  readonly visits: readonly Visit[];
  /** Of these visits. */
  readonly orders: readonly Order[];
  /** Of orders of this day and days before. */
  readonly refunds: readonly Refund[];
  readonly spend: readonly Spend[];
  /** What came onto the shelves and what was missed there; what left them is in the orders. */
  readonly stock: StockMoves;
  /** Events that the collector put aside, by why. */
  readonly aside: Readonly<Record<'user_agent' | 'headless' | 'staff', number>>;
};

type Planned = KnownVisit & { readonly shopper: Shopper };

/**
 * The past of the demo shop, day by day, drawn from what is so in it ({@link TRUTHS}). The same seed and days give the same
 * past; a day is drawn when it is asked for.
 *
 * @example
 * for (const { date, orders } of tradeOf({ world: demoWorld(1), seed: 1, lastDay, zone: 'Europe/Berlin' })) …
 */
export function* tradeOf(input: TradeInput): Generator<TradeDay> {
  const { world, seed, truths = TRUTHS } = input;
  const shelf = shelfOf(world, truths, seed);
  const room = openStoreroom(world, { shelf, truths, seed });
  const planned = new Map<number, Planned[]>();
  const owed = new Map<string, Refund[]>();
  const hours = oddsOf(truths.hours);
  const book = { visits: 0, orders: 0, customers: 0 };
  for (const date of calendarOf(truths, input)) {
    const random = randomFor(seed, `trade:${date.index}`);
    room.open(date);
    const demand = demandOn(shelf, truths, date);
    const missing = missingOn(shelf, { demand, truths, date, room });
    const scene: Scene = { shelf, truths, date, hours, demand, book, room, missing };
    const visits = [
      ...newVisits(random, scene),
      ...(planned.get(date.index) ?? []).map((visit) => drawKnownVisit(random, scene, visit)),
    ].toSorted((one, other) => one.at - other.at);
    planned.delete(date.index);
    for (const { shopper, isKnown, order } of visits) {
      if (order === undefined) continue;
      if (!isKnown)
        plan(planned, shopper, drawKnownVisits(random, truths, { first: date, days: truths.days }));
      const refund = drawRefund(random, order);
      if (refund) owe(owed, dayAt(refund.at, input.zone), refund);
    }
    const today = date.day.toString();
    const refunds = (owed.get(today) ?? []).toSorted((one, other) => one.at - other.at);
    owed.delete(today);
    const orders = visits.flatMap(({ order }) => order ?? []);
    const aside = drawAside(random, truths, visits.length);
    const stock = room.close(
      date,
      refunds.flatMap(({ lines }) => lines),
    );
    yield { date, visits, orders, refunds, stock, aside, spend: drawSpend(random, truths, visits) };
  }
}

function newVisits(random: Random, scene: Scene): Visit[] {
  const { truths, date } = scene;
  const mean = truths.visitsADay * date.pace;
  const usual = Array.from({ length: drawCount(random, mean) }, () => {
    const channel = drawByShare(random, truths.channels);
    return drawNewVisit(random, scene, { channel, isByCampaign: false });
  });
  if (!date.campaign) return usual;
  const more = drawCount(random, mean * (date.campaign.visits - 1));
  return [
    ...usual,
    ...Array.from({ length: more }, () => drawNewVisit(random, scene, { isByCampaign: true })),
  ];
}

function plan(planned: Map<number, Planned[]>, shopper: Shopper, visits: readonly KnownVisit[]): void {
  for (const visit of visits) {
    const known = planned.get(visit.index);
    if (known) known.push({ ...visit, shopper });
    else planned.set(visit.index, [{ ...visit, shopper }]);
  }
}

function owe(owed: Map<string, Refund[]>, day: string, refund: Refund): void {
  const known = owed.get(day);
  if (known) known.push(refund);
  else owed.set(day, [refund]);
}

function dayAt(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function drawAside(random: Random, { aside }: Truths, visits: number): TradeDay['aside'] {
  const drawn = (share: number) => drawCount(random, share * visits);
  return {
    user_agent: drawn(aside.user_agent),
    headless: drawn(aside.headless),
    staff: drawn(aside.staff),
  };
}
