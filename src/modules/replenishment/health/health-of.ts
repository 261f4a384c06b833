import { type DemandForecast, sum } from '../../../statistics/index.ts';
import { coverOf } from './cover.ts';
import { type LostSales, lostSales } from './lost-sales.ts';

export const HEALTH_STATES = ['out', 'low', 'healthy', 'expiring', 'over', 'slow', 'dead'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

/** What is known of a variant when it is asked how healthy its stock is. */
export type HealthFacts = {
  /** Pieces wanted by day, the last of them yesterday; NaN: nothing was there. From its first day in the shop on. */
  readonly units: readonly number[];
  readonly onHand: number;
  readonly available: number;
  /** Of all that is on hand, at moving-average cost; minor units of the shop's currency. Not known: nobody valued it. */
  readonly valueMinor: bigint | undefined;
  /** What it sold for less what it cost, and what it cost, over the last year; minor units. */
  readonly year: { readonly marginMinor: bigint; readonly costMinor: bigint };
  readonly marginMinor: number;
  /** Average value of what was in stock over the last year, at cost; not known where its stock of then is not. */
  readonly averageValueMinor: bigint | undefined;
  readonly forecast: DemandForecast;
  readonly reorderPoint: number;
  readonly orderUpTo: number;
  readonly shelfLifeDays: number | undefined;
};

export type Health = {
  readonly state: HealthState;
  readonly sold90: number;
  /** Days that what can be sold will last. */
  readonly coverDays: number | undefined;
  /** Pieces sold of the last 90 days over those and what is left. */
  readonly sellThrough: number | undefined;
  readonly turnover: number | undefined;
  readonly gmroi: number | undefined;
  readonly over: { readonly pieces: number; readonly valueMinor: bigint };
  readonly unsoldDays: number | undefined;
  readonly expiringPieces: number;
  readonly daysOut: number;
  readonly lost: LostSales & {
    readonly marginMinor: bigint;
    readonly lowMinor: bigint;
    readonly highMinor: bigint;
  };
};

const QUARTER = 90;
const YEAR = 365;
const [DEAD_DAYS, SLOW_COVER_DAYS] = [180, 365];

/**
 * How healthy the stock of a variant is. Cover: days until what can be sold will probably be gone, by the forecast.
 * Sell-through: sold / (sold + left) of 90 days. Turnover: cost of goods sold in a year / average stock at cost; GMROI:
 * gross margin of it / the same (Levy, Weitz and Grewal, Retailing Management, chapter 6). Over: pieces beyond the
 * order-up-to level, at their average cost. Dead: half a year unsold while there was some; slow: enough for a year.
 */
export function healthOf(facts: HealthFacts): Health {
  const { units, onHand, available, valueMinor, year, averageValueMinor, forecast } = facts;
  const sold90 = Math.round(sum(units.slice(-QUARTER).filter((of) => !Number.isNaN(of))));
  const pieces = Math.max(available - Math.max(facts.orderUpTo, 0), 0);
  const unsoldDays = sinceSold(units);
  const expiringPieces = expiring(facts);
  const known = units.slice(-YEAR);
  const lost = lostSales(known) ?? { pieces: 0, low: 0, high: 0 };
  const perPiece = (of: number) => BigInt(Math.round(of * Math.max(facts.marginMinor, 0)));
  const ratio = (of: bigint) =>
    averageValueMinor === undefined || averageValueMinor <= 0n
      ? undefined
      : Number(of) / Number(averageValueMinor);
  const coverDays = coverOf(available, forecast);
  return {
    state: stateOf(facts, { coverDays, unsoldDays, pieces, expiringPieces }),
    ...{ sold90, coverDays, unsoldDays, expiringPieces },
    sellThrough: sold90 + onHand > 0 ? sold90 / (sold90 + onHand) : undefined,
    turnover: ratio(year.costMinor),
    gmroi: ratio(year.marginMinor),
    over: { pieces, valueMinor: onHand > 0 ? ((valueMinor ?? 0n) * BigInt(pieces)) / BigInt(onHand) : 0n },
    daysOut: known.filter(Number.isNaN).length,
    lost: {
      ...lost,
      marginMinor: perPiece(lost.pieces),
      lowMinor: perPiece(lost.low),
      highMinor: perPiece(lost.high),
    },
  };
}

function sinceSold(units: readonly number[]): number | undefined {
  const last = units.findLastIndex((of) => of > 0);
  return last < 0 ? undefined : units.length - 1 - last;
}

/** What will probably still be there when it expires, if all of it came today: the most that can be said without lots. */
function expiring({ available, forecast, shelfLifeDays }: HealthFacts): number {
  if (shelfLifeDays === undefined || available <= 0) return 0;
  return Math.max(available - Math.floor(forecast.meanOver(shelfLifeDays)), 0);
}

function stateOf(
  { units, available, reorderPoint }: HealthFacts,
  of: Pick<Health, 'coverDays' | 'unsoldDays' | 'expiringPieces'> & { readonly pieces: number },
): HealthState {
  if (available <= 0) return 'out';
  if (of.expiringPieces > 0) return 'expiring';
  const unsold = of.unsoldDays ?? units.length;
  if (unsold >= DEAD_DAYS) return 'dead';
  if (units.length >= QUARTER && (of.coverDays === undefined || of.coverDays > SLOW_COVER_DAYS))
    return 'slow';
  if (of.pieces > 0) return 'over';
  return available < reorderPoint ? 'low' : 'healthy';
}
