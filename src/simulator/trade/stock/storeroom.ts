import { randomFor } from '../../random.ts';
import type { WorldProduct } from '../../world/world.ts';
import type { TradeDate } from '../calendar.ts';
import { type Good, type GoodVariant, isOut, type Shelf } from '../shelf.ts';
import type { Truths } from '../truths.ts';
import { type SupplyTerms, termsOf } from './terms.ts';

/** What moved on a day, by SKU, in pieces. */
export type StockMoves = {
  /** By suppliers; on the first day of goods, what the shop begins with. */
  readonly received: ReadonlyMap<string, number>;
  /** Came back from shoppers, fit to be sold again. */
  readonly restocked: ReadonlyMap<string, number>;
  /** Wanted while there was nothing. */
  readonly missed: ReadonlyMap<string, number>;
  /** What suppliers brought. */
  readonly delivered: readonly Delivered[];
};

/** What came of an order, of one variant; days are counted as those of {@link TradeDate} are. */
export type Delivered = {
  readonly terms: SupplyTerms;
  readonly quantity: number;
  readonly ordered: number;
  readonly promised: number;
  readonly came: number;
};

/** Pieces that came back today. */
export type Returned = {
  readonly line: { readonly variant: GoodVariant };
  readonly quantity: number;
  readonly reason: string;
};

/** What lies in the shop while its days go by, and who orders it when it runs low. */
export type Storeroom = {
  /** Whether goods are in the shop yet. */
  readonly available: (variant: GoodVariant) => number;
  readonly take: (variant: GoodVariant, quantity: number) => void;
  readonly miss: (variant: GoodVariant, quantity: number) => void;
  /** New goods and deliveries come in the morning. */
  readonly open: (date: TradeDate) => void;
  /** What came back is put away in the evening, and what is low is ordered. */
  readonly close: (date: TradeDate, back: readonly Returned[]) => StockMoves;
};

type Cell = {
  readonly terms: SupplyTerms;
  readonly good: Good;
  onHand: number;
  onOrder: number;
  /** Pieces a day, as the buyer sees them: what was sold, the last weeks most. */
  rate: number;
  soldToday: number;
  /** Came while it was kept off the shelf. */
  readonly held: { received: number; restocked: number };
};
type Delivery = { readonly cell: Cell; readonly due: Delivered };

const RESELLABLE = ['wrong_size', 'changed_mind', 'not_as_described'];
/** About two pieces are in an order; a shop that begins expects more rather than less. */
const PIECES_AN_ORDER = 3;

/**
 * The shop's stock as a careful buyer keeps it who has no forecast: at each supplier's day of ordering, what is at or below its
 * minimum is ordered up to its maximum, both by what was sold in the last weeks. Suppliers are late as {@link Truths} say; so
 * what sells faster than before, or comes late, runs out.
 */
export function openStoreroom(
  { products }: { readonly products: readonly WorldProduct[] },
  { shelf, truths, seed }: { readonly shelf: Shelf; readonly truths: Truths; readonly seed: number },
): Storeroom {
  const cells = cellsOf(products, { shelf, truths, seed });
  const parts = partsOf(products, cells);
  const due = new Map<number, Delivery[]>();
  let moves = nothingMoved();
  const receive = (cell: Cell, quantity: number) => {
    cell.onHand += quantity;
    count(moves.received, cell.terms.sku, quantity);
  };
  return {
    available: ({ sku }) => {
      const own = parts.get(sku);
      if (own === undefined) return Number.POSITIVE_INFINITY;
      return Math.min(...own.map(({ cell, quantity }) => Math.floor(cell.onHand / quantity)));
    },
    take: ({ sku }, pieces) => {
      for (const { cell, quantity } of parts.get(sku) ?? []) {
        cell.onHand -= pieces * quantity;
        cell.soldToday += pieces * quantity;
      }
    },
    miss: ({ sku }, pieces) => {
      for (const { cell, quantity } of parts.get(sku) ?? []) {
        count(moves.missed, cell.terms.sku, pieces * quantity);
      }
    },
    open: (date) => {
      moves = nothingMoved();
      for (const cell of cells.values()) {
        if (isFirstDay(cell.good, truths, date)) receive(cell, firstStock(cell, truths));
        if (isOut(cell.good, truths, date.daysBefore)) cell.onHand = 0;
        else takeFrom(cell.held, 'received', (pieces) => receive(cell, pieces));
      }
      for (const { cell, due: delivered } of due.get(date.index) ?? []) {
        const { quantity } = delivered;
        moves.delivered.push(delivered);
        cell.onOrder -= quantity;
        if (isOut(cell.good, truths, date.daysBefore)) cell.held.received += quantity;
        else receive(cell, quantity);
      }
      due.delete(date.index);
    },
    close: (date, back) => {
      for (const { line, quantity, reason } of back) {
        if (!RESELLABLE.includes(reason)) continue;
        for (const part of parts.get(line.variant.sku) ?? []) {
          part.cell.held.restocked += quantity * part.quantity;
        }
      }
      for (const cell of cells.values()) {
        if (isOut(cell.good, truths, date.daysBefore)) continue;
        takeFrom(cell.held, 'restocked', (pieces) => {
          cell.onHand += pieces;
          count(moves.restocked, cell.terms.sku, pieces);
        });
      }
      order(cells, { date, truths, seed, due });
      return moves;
    },
  };
}

function cellsOf(
  products: readonly WorldProduct[],
  { shelf, truths, seed }: { readonly shelf: Shelf; readonly truths: Truths; readonly seed: number },
): Map<string, Cell> {
  const terms = termsOf(products, seed);
  const all = shelf.goods.reduce((sum, { popularity }) => sum + popularity, 0);
  const conversion = truths.channels.reduce((sum, channel) => sum + channel.share * channel.conversion, 0);
  const began = Math.exp((-truths.growth * truths.days) / 365);
  const pieces = truths.visitsADay * conversion * PIECES_AN_ORDER * began;
  const cells = new Map<string, Cell>();
  for (const good of shelf.goods) {
    for (const { sku } of good.variants) {
      const own = terms.get(sku);
      if (own === undefined) continue;
      const rate = ((good.popularity / all) * pieces) / good.variants.length;
      const held = { received: 0, restocked: 0 };
      cells.set(sku, { terms: own, good, onHand: 0, onOrder: 0, rate, soldToday: 0, held });
    }
  }
  return cells;
}

type Part = { readonly cell: Cell; readonly quantity: number };

/** What a variant is taken from: itself, or what a set consists of; nothing for files. */
function partsOf(
  products: readonly WorldProduct[],
  cells: ReadonlyMap<string, Cell>,
): ReadonlyMap<string, readonly Part[]> {
  return new Map(
    products.flatMap(({ variants, components }) =>
      variants.flatMap(({ sku }) => {
        const named = components.length > 0 ? components : [{ sku, quantity: 1 }];
        const parts = named.flatMap(({ sku: of, quantity }) => {
          const cell = cells.get(of);
          return cell === undefined ? [] : [{ cell, quantity }];
        });
        return parts.length === 0 ? [] : [[sku, parts] as const];
      }),
    ),
  );
}

function isFirstDay({ ageDays }: Good, truths: Truths, { index, daysBefore }: TradeDate): boolean {
  return ageDays >= truths.days - 1 ? index === 0 : daysBefore === ageDays;
}

/** Hands over what was held, if anything was. */
function takeFrom<Name extends string>(
  held: Record<Name, number>,
  name: Name,
  put: (pieces: number) => void,
): void {
  if (held[name] > 0) put(held[name]);
  held[name] = 0;
}

function levelsOf(
  { rate, terms }: Cell,
  { supply }: Truths,
): { readonly least: number; readonly most: number } {
  const between = 7 / terms.orderWeekdays.length;
  const mean = rate * (terms.leadDays + between);
  // Chance makes of a mean about its root more or less (Poisson).
  const least = Math.max(terms.shown - 1, Math.round(mean + supply.care * Math.sqrt(mean)));
  return { least, most: least + Math.max(terms.shown, Math.round(rate * supply.coverDays)) };
}

/** Nothing is on its way yet: what will be sold until it could be is there from the beginning. */
function firstStock(cell: Cell, truths: Truths): number {
  return levelsOf(cell, truths).most + Math.round(cell.rate * cell.terms.leadDays);
}

function order(
  cells: ReadonlyMap<string, Cell>,
  {
    date,
    truths,
    seed,
    due,
  }: {
    readonly date: TradeDate;
    readonly truths: Truths;
    readonly seed: number;
    readonly due: Map<number, Delivery[]>;
  },
): void {
  const arrivals = new Map<string, Arrival>();
  for (const cell of cells.values()) {
    const { terms, good } = cell;
    if (date.daysBefore > good.ageDays) continue;
    // Of days without any nothing can be learnt.
    if (cell.soldToday > 0 || cell.onHand > 0)
      cell.rate += (cell.soldToday - cell.rate) / truths.supply.memoryDays;
    cell.soldToday = 0;
    if (!terms.orderWeekdays.includes(date.day.dayOfWeek)) continue;
    const { least, most } = levelsOf(cell, truths);
    const position = cell.onHand + cell.onOrder;
    if (position > least) continue;
    const quantity = Math.ceil((most - position) / terms.packSize) * terms.packSize;
    const arrival = arrivals.get(terms.maker) ?? arrivalOf(terms, { date, truths, seed });
    arrivals.set(terms.maker, arrival);
    cell.onOrder += quantity;
    const delivered = { terms, quantity, ordered: date.index, ...arrival };
    due.set(arrival.came, [...(due.get(arrival.came) ?? []), { cell, due: delivered }]);
  }
}

type Arrival = Pick<Delivered, 'promised' | 'came'>;

/** The days for which a supplier promises what is ordered today, and on which it comes: working days, all of it together. */
function arrivalOf(
  { maker, leadDays }: SupplyTerms,
  { date, truths, seed }: { readonly date: TradeDate; readonly truths: Truths; readonly seed: number },
): Arrival {
  const { lateShare, lateDays } = truths.supply;
  const random = randomFor(seed, `trade:delivery:${maker}:${date.index}`);
  const late = random.chance(lateShare) ? random.integer(lateDays[0], lateDays[1]) : 0;
  const days = Math.round(leadDays * random.between(0.9, 1.1));
  const working = (after: number) => {
    const weekday = date.day.add({ days: after }).dayOfWeek;
    return date.index + after + (weekday > 5 ? 8 - weekday : 0);
  };
  return { promised: working(Math.max(1, days)), came: working(Math.max(1, days + late)) };
}

function nothingMoved() {
  return {
    ...{ received: new Map<string, number>(), restocked: new Map<string, number>() },
    ...{ missed: new Map<string, number>(), delivered: [] as Delivered[] },
  };
}

function count(of: Map<string, number>, sku: string, quantity: number): void {
  of.set(sku, (of.get(sku) ?? 0) + quantity);
}
