import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lossOf, type Scored } from './calibration.ts';
import { anytimeStandardErrors, evidenceOfFewer } from './sequential.ts';

const WEEKS = 156;
const [A_WEEK, KINDS] = [2, 400];

test('evidence that fewer hold is the mixture over lower chances, by hand', () => {
  // B(h + 1, n − h + 1) I₀.₈(h + 1, n − h + 1) / 0.8^(h + 1) / 0.2^(n − h)
  const of10 = (held: number) => evidenceOfFewer([{ confidence: 0.8, count: 10, held }]);
  for (const [held, expected] of [
    [3, 144.4],
    [4, 20.6],
    [5, 4.25],
  ] as const) {
    assert.ok(Math.abs(of10(held) / expected - 1) < 0.02, `${held}: ${of10(held)}`);
  }
  assert.ok(of10(8) < 1 && evidenceOfFewer([]) === 1);
});

test('an interval for all times is wider than Student’s and closes in', () => {
  assert.equal(anytimeStandardErrors(10, 0.05).toFixed(2), '3.87');
  assert.equal(anytimeStandardErrors(1, 0.05), Number.POSITIVE_INFINITY);
  const half = (count: number) => anytimeStandardErrors(count, 0.05) / Math.sqrt(count);
  assert.ok(half(1_000) < half(100) && half(100) < half(10));
});

describe('a kind that is judged every week for three years', () => {
  test('keeps its mandate in 95 of 100 cases while its intervals hold as often as is said', () => {
    const { share } = shareLost({ center: 100, wide: 1 });
    assert.ok(share <= 0.05, String(share));
  });

  test('keeps it in 95 of 100 cases though it brings nothing on average', () => {
    const { share } = shareLost({ center: 0, wide: 1 });
    assert.ok(share <= 0.05, String(share));
  });

  test('keeps it in 95 of 100 cases where a few bring most of it', () => {
    const { share } = shareLost({ center: 0, wide: 1, isSkewed: true });
    assert.ok(share <= 0.05, String(share));
  });

  test('loses it within a year where half as many hold, mostly within a quarter', () => {
    // Intervals of 0.4 of their width hold 39 times of 100.
    const { share, median } = shareLost({ center: 100, wide: 0.4 });
    assert.ok(share > 0.99 && median <= 13, `${share} ${median}`);
  });

  test('loses it where it costs half a standard deviation', () => {
    const { share, median } = shareLost({ center: -50, wide: 1 });
    assert.ok(share > 0.99 && median <= 26, `${share} ${median}`);
  });
});

/** Of many kinds the share that loses its mandate, and in which week the one in the middle of them does. */
function shareLost(world: { readonly center: number; readonly wide: number; readonly isSkewed?: boolean }) {
  const random = mulberry(7);
  const weeks: number[] = [];
  for (let kind = 0; kind < KINDS; kind += 1) {
    const scores: Scored[] = [];
    for (let week = 1; week <= WEEKS; week += 1) {
      for (let one = 0; one < A_WEEK; one += 1) scores.push(scoreIn(world, random));
      if (lossOf(scores) === undefined) continue;
      weeks.push(week);
      break;
    }
  }
  const median = weeks.toSorted((a, b) => a - b)[Math.floor(weeks.length / 2)] ?? Number.POSITIVE_INFINITY;
  return { share: weeks.length / KINDS, median };
}

/** Normal with a deviation of 100, or exponential with the same; the interval is of it, at 80 %, `wide` times as wide. */
function scoreIn(
  { center, wide, isSkewed = false }: Parameters<typeof shareLost>[0],
  random: () => number,
): Scored {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const [low, high] = isSkewed ? [-Math.log(0.9) - 1, Math.LN10 - 1] : [-1.2816, 1.2816];
  const realisedMinor = center + 100 * (isSkewed ? -Math.log(1 - random()) - 1 : normal);
  return {
    ...{ predictedMinor: center, confidence: 0.8, realisedMinor, isErrorForeseen: true },
    ...{ lowMinor: center + 100 * low * wide, highMinor: center + 100 * high * wide },
    ...{ realisedLowMinor: realisedMinor, realisedHighMinor: realisedMinor },
  };
}

/** Mulberry32: the same numbers on every machine. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
