import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PastPayment } from '../../modules/history/index.ts';
import {
  fitBgNbd,
  fitGammaGamma,
  type Interval,
  type Purchase,
  summarisePurchases,
  totalValueInterval,
  wilsonInterval,
} from '../../statistics/index.ts';
import { randomFor } from '../random.ts';
import { demoWorld } from '../world/demo-world.ts';
import { paymentsOf, totalOf } from './payments.ts';
import { type TradeDay, tradeOf } from './trade.ts';
import { TRUTHS } from './truths.ts';

const SEEDS = [1, 2, 3];
const CONFIDENCE = 0.9;
/** What was bought until then is known, and what comes in the half year after it is told. */
const KNOWN_DAYS = 365;
/** Customers of one past in so many parts, each told by itself. */
const PARTS = 4;
const world = demoWorld(1);
const lastDay = Temporal.PlainDate.from('2026-10-31');
const endsAt = lastDay.add({ days: 1 }).toZonedDateTime('Europe/Berlin').epochMilliseconds;

type Case = { readonly name: string; readonly interval: Interval | undefined; readonly truth: number };

const cases = SEEDS.flatMap((seed) => {
  const past = [...tradeOf({ world, seed, lastDay, zone: 'Europe/Berlin' })];
  const payments = past.flatMap(({ visits }) =>
    visits.flatMap((visit) => paymentsOf(visit, { seed, truths: TRUTHS, endsAt })),
  );
  return [accepted(past, payments), disputed(payments), ...asideOf(past), ...worth(past, seed)];
});

/** Attempts that went through, of all that were decided. */
function accepted(past: readonly TradeDay[], payments: readonly PastPayment[]): Case {
  const { declinedFirst, givenUp } = TRUTHS.payments;
  const visits = past.flatMap((day) => day.visits);
  const orders = visits.filter(({ order }) => order !== undefined).length;
  const left = visits.filter(({ outcome, isFraud }) => outcome === 'checked_out' && !isFraud).length;
  const frauds = visits.filter(({ isFraud }) => isFraud).length;
  // Who tries out a card does so once to three times.
  const expected = orders * (1 + declinedFirst) + left * givenUp + frauds * 2;
  const count = (result: string) => payments.filter((one) => one.result === result).length;
  const [captured, declined] = [count('captured'), count('declined')];
  const interval = wilsonInterval(captured, captured + declined, CONFIDENCE);
  return { name: 'acceptance', interval, truth: orders / expected };
}

/** Of payments that a bank can take back, and that are old enough. */
function disputed(payments: readonly PastPayment[]): Case {
  const oldest = endsAt - 61 * 86_400_000;
  const captured = payments.filter(
    ({ result, method, happenedAt }) =>
      result === 'captured' && method !== 'by_hand' && happenedAt.epochMilliseconds < oldest,
  );
  const references = new Set(captured.map(({ reference }) => reference));
  const opened = payments.filter(
    ({ result, reference }) => result === 'dispute_opened' && references.has(reference),
  );
  const interval = wilsonInterval(opened.length, captured.length, CONFIDENCE);
  return { name: 'disputes', interval, truth: TRUTHS.payments.disputed };
}

/** What was put aside, of all that came. */
function asideOf(past: readonly TradeDay[]): Case[] {
  const visits = past.reduce((sum, day) => sum + day.visits.length, 0);
  return (['user_agent', 'headless', 'staff'] as const).map((reason) => {
    const count = past.reduce((sum, { aside }) => sum + aside[reason], 0);
    const share = TRUTHS.aside[reason];
    const interval = wilsonInterval(count, visits + count, CONFIDENCE);
    return { name: 'bots', interval, truth: share / (1 + share) };
  });
}

/** What customers who pay in euros would buy, told by the models of the report, and what they then bought. */
function worth(past: readonly TradeDay[], seed: number): Case[] {
  const orders = past.flatMap(({ date, orders: own }) =>
    own
      .filter(({ shopper }) => shopper.place.currency === 'EUR')
      .map((order) => ({ customer: order.shopper.number, at: date.index, value: totalOf(order) })),
  );
  const parts = Map.groupBy(orders, ({ customer }) => customer % PARTS);
  return [...parts].flatMap(([part, some]) => {
    const customers = [...Map.groupBy(some, ({ customer }) => customer).values()];
    const known = customers.flatMap((own) => summarisePurchases(own, KNOWN_DAYS) ?? []);
    const [purchases, spend] = [fitBgNbd(known), fitGammaGamma(known)];
    // Of some hundred customers a model may have no best parameters: the report then says nothing, and nothing is judged.
    if (!purchases.ok || !spend.ok) return [];
    const fit = { purchases: purchases.value, spend: spend.value };
    const horizon = { length: TRUTHS.days - 1 - KNOWN_DAYS, discountRate: 0 };
    const { next } = randomFor(seed, `worth ${part}`);
    const came = customers.filter(([first]) => (first?.at ?? 0) <= KNOWN_DAYS).flatMap(laterOf);
    const interval = totalValueInterval(next, fit, known, horizon, CONFIDENCE);
    return { name: 'lifetime value', interval, truth: came.reduce((sum, value) => sum + value, 0) };
  });
}

function laterOf(own: readonly Purchase[]): number[] {
  return own.filter(({ at }) => at > KNOWN_DAYS).map(({ value }) => value);
}

for (const [name, own] of Map.groupBy(cases, (one) => one.name)) {
  test(`intervals hold what is so as often as they say: ${name}`, () => {
    const hits = own.filter((one) => isHeld(one)).length;
    const told = own.map(({ interval, truth }) => `${truth} in ${interval?.low} to ${interval?.high}`);
    assert.ok(isPlausible(own.length - hits, own.length), `${hits} of ${own.length}: ${told.join('; ')}`);
  });
}

test('of most parts of the customers something can be told', () => {
  const told = cases.filter(({ name }) => name === 'lifetime value').length;
  assert.ok(told >= 0.75 * SEEDS.length * PARTS, String(told));
});

test('and most would miss it if it were two thirds larger', () => {
  const wrong = cases.filter((one) => isHeld({ ...one, truth: one.truth * (5 / 3) }));
  assert.ok(wrong.length <= cases.length / 6, `${wrong.map(({ name }) => name)}`);
});

function isHeld({ interval, truth }: Case): boolean {
  return interval !== undefined && interval.low <= truth && truth <= interval.high;
}

/** Whether so many misses of so many are no reason to doubt nine of ten: chance has as many in one case of 200. */
function isPlausible(misses: number, count: number): boolean {
  let [fewer, probability] = [0, CONFIDENCE ** count];
  for (let place = 0; place < misses; place += 1) {
    fewer += probability;
    probability *= ((count - place) / (place + 1)) * ((1 - CONFIDENCE) / CONFIDENCE);
  }
  return 1 - fewer > 0.005;
}
