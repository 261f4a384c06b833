import { type Interval, wilsonInterval } from '../../../statistics/index.ts';

/** A line of an order as it went: what a supplier is judged by. */
export type ScoredLine = {
  /** Something was promised, and its day has passed or it came. */
  readonly isDue: boolean;
  readonly cameInTime: boolean;
  /** Nothing more will come of it. */
  readonly isClosed: boolean;
  readonly cameInFull: boolean;
  readonly hasCome: boolean;
  /** Something was damaged or wrong, when it came or when it went back for that. */
  readonly isFlawed: boolean;
};

/** A share with its 95 % interval, of so many lines. */
export type Share = Interval & { readonly of: number };

export type Scorecard = {
  /** Complete on the day that was promised, of the lines that were due. */
  readonly onTime: Share | undefined;
  /** As many as were ordered, of the lines of closed orders. */
  readonly inFull: Share | undefined;
  /** Nothing damaged or wrong, of the lines that came. */
  readonly flawless: Share | undefined;
};

/**
 * How well a supplier delivers, line by line, each share with the score interval of Wilson (1927): few deliveries say
 * little, and the interval says so.
 *
 * @example
 * // 9 of 10 in time: 0.90, from 0.60 to 0.98.
 */
export function scorecardOf(lines: readonly ScoredLine[]): Scorecard {
  return {
    onTime: shareOf(
      lines.filter(({ isDue }) => isDue),
      ({ cameInTime }) => cameInTime,
    ),
    inFull: shareOf(
      lines.filter(({ isClosed }) => isClosed),
      ({ cameInFull }) => cameInFull,
    ),
    flawless: shareOf(
      lines.filter(({ hasCome }) => hasCome),
      ({ isFlawed }) => !isFlawed,
    ),
  };
}

function shareOf(lines: readonly ScoredLine[], is: (line: ScoredLine) => boolean): Share | undefined {
  const of = lines.length;
  return of === 0 ? undefined : { ...wilsonInterval(lines.filter(is).length, of, 0.95), of };
}
