import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../kernel/index.ts';
import {
  dailyAnomalies,
  fitBgNbd,
  frequentPairs,
  type Interval,
  meanDifferenceInterval,
  newCustomersPurchases,
  ratioInterval,
  ratioSums,
  summarisePurchases,
  wilsonInterval,
} from '../../statistics/index.ts';
import { demoWorld } from '../world/demo-world.ts';
import type { TradeDate } from './calendar.ts';
import { isOut, shelfOf } from './shelf.ts';
import { type TradeDay, tradeOf } from './trade.ts';
import { TRUTHS, type Truths } from './truths.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];
const CONFIDENCE = 0.95;
const FALSE_DISCOVERY = 0.05;
const FALSE_ALARMS = 0.01;
const truths: Truths = { ...TRUTHS, days: 365 };
const world = demoWorld(1);
const lastDay = Temporal.PlainDate.from('2026-10-31');

type Case = { readonly interval: Interval | undefined; readonly truth: number; readonly name: string };

const worlds = SEEDS.map((seed) => estimatesOf(seed));
const cases = worlds.flatMap((one) => one.cases);

/** What is estimated from one past; the past itself is too large to be kept. */
function estimatesOf(seed: number) {
  const past = [...tradeOf({ world, seed, lastDay, zone: 'Europe/Berlin', truths })];
  return {
    cases: [
      ...conversions(past),
      ...weekdays(past),
      ...returns(past),
      ...returning(past),
      ...lifts(past),
      ...purchases(past),
    ],
    pairs: pairsIn(past, seed),
    alarms: alarmsIn(past),
  };
}

/** Days on which nothing in particular was going on. */
function isPlain({ campaign, daysBefore }: TradeDate): boolean {
  return campaign === undefined && !isOut({ rank: truths.stockOut.rank }, truths, daysBefore);
}

function conversions(past: readonly TradeDay[]): Case[] {
  const visits = past.filter(({ date }) => isPlain(date)).flatMap((day) => day.visits);
  return truths.channels.map(({ channel, conversion }) => {
    const own = visits.filter(({ arrival }) => arrival.channel === channel);
    const bought = own.filter(({ order }) => order !== undefined).length;
    const interval = wilsonInterval(bought, own.length, CONFIDENCE);
    return { name: 'conversion', interval, truth: conversion };
  });
}

/** Of visits by who has not bought yet; those that a campaign brought are left out with its days. */
function weekdays(past: readonly TradeDay[]): Case[] {
  const days = past.filter(({ date }) => date.campaign === undefined);
  const news = (own: readonly TradeDay[]) =>
    own.reduce((sum, { visits }) => sum + visits.filter(({ isKnown }) => !isKnown).length, 0);
  const pace = (own: readonly TradeDay[]) => own.reduce((sum, { date }) => sum + date.pace, 0);
  return truths.weekdays.map((_, index) => {
    const own = days.filter(({ date }) => date.day.dayOfWeek === index + 1);
    const interval = wilsonInterval(news(own), news(days), CONFIDENCE);
    return { name: 'weekday', interval, truth: pace(own) / pace(days) };
  });
}

/** Of pieces that were sold early enough to have come back. */
function returns(past: readonly TradeDay[]): Case[] {
  const lines = past
    .filter(({ date }) => date.daysBefore > 24)
    .flatMap(({ orders }) => orders.flatMap((order) => order.lines.map((line) => ({ order, line }))));
  const numbers = new Set(lines.map(({ order }) => order.number));
  const back = past.flatMap(({ refunds }) => refunds.filter(({ order }) => numbers.has(order.number)));
  const came = back.flatMap((refund) => refund.lines).reduce((sum, { quantity }) => sum + quantity, 0);
  const pieces = lines.reduce((sum, { line }) => sum + line.quantity, 0);
  const expected = lines.reduce((sum, { line }) => sum + line.quantity * line.good.returnRate, 0);
  return [{ name: 'returns', interval: wilsonInterval(came, pieces, CONFIDENCE), truth: expected / pieces }];
}

/** Days of the orders of each customer, in their order. */
function histories(past: readonly TradeDay[]): number[][] {
  const orders = past.flatMap(({ date, orders: own }) => own.map((order) => ({ order, at: date.index })));
  const byCustomer = Map.groupBy(orders, ({ order }) => order.shopper.number);
  return [...byCustomer.values()].map((own) => own.map(({ at }) => at));
}

function returning(past: readonly TradeDay[]): Case[] {
  const customers = histories(past);
  const interval = ratioInterval(
    ratioSums(customers.map((days) => ({ y: days.length - 1, x: days.length }))),
    CONFIDENCE,
  );
  const again = new Map<number, number>();
  const expected = customers.reduce((sum, [first = 0]) => {
    const age = truths.days - first - 0.5;
    const mean = again.get(age) ?? newCustomersPurchases(truths.purchases, age).mean;
    again.set(age, mean);
    return sum + mean;
  }, 0);
  return [{ name: 'returning', interval, truth: expected / (expected + customers.length) }];
}

/** New visits a day against the pace of the day: in a campaign, and in the two weeks before and after it. */
function lifts(past: readonly TradeDay[]): Case[] {
  return truths.campaigns.map(({ name, days, visits: lift }) => {
    const first = past.findIndex(({ date }) => date.campaign?.name === name);
    const daily = past.map(({ date, visits }) => visits.filter(({ isKnown }) => !isKnown).length / date.pace);
    const during = daily.slice(first, first + days);
    const beside = [...daily.slice(first - days, first), ...daily.slice(first + days, first + 2 * days)];
    const interval = meanDifferenceInterval(sampleOf(beside), sampleOf(during), CONFIDENCE);
    return { name: 'lift', interval, truth: truths.visitsADay * (lift - 1) };
  });
}

function sampleOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count: values.length, mean, variance: squares / (values.length - 1) };
}

/** The parameters of purchases, as their logarithms, in which their estimates are nearly normal. */
function purchases(past: readonly TradeDay[]): Case[] {
  const timings = histories(past).flatMap((days) => {
    const bought = days.map((at) => ({ at, value: 1 }));
    return summarisePurchases(bought, truths.days) ?? [];
  });
  const { model, covariance, doSomeLeave } = expectOk(fitBgNbd(timings));
  if (!doSomeLeave) return [];
  return (['r', 'alpha', 'a', 'b'] as const).map((name, index) => {
    const [estimate, error] = [Math.log(model[name]), Math.sqrt(covariance[index]?.[index] ?? 0)];
    const reach = 1.96 * error;
    const interval = { estimate, low: estimate - reach, high: estimate + reach, confidence: CONFIDENCE };
    return { name: 'purchases', interval, truth: Math.log(truths.purchases[name]) };
  });
}

/** How many pairs were found to be bought together, how many of those are planted, and how many were. */
function pairsIn(past: readonly TradeDay[], seed: number) {
  const orders = past.flatMap((day) => day.orders).filter(({ isFirst }) => isFirst);
  const baskets = orders.map(({ lines }) => lines.map(({ good }) => good.handle));
  const planted = new Set(
    [...shelfOf(world, truths, seed).pairs].map(([one, { good }]) => pairName(one.handle, good.handle)),
  );
  const pairs = frequentPairs(baskets, { least: 12, confidence: CONFIDENCE });
  const found = pairs.filter((pair) => pair.falseDiscovery < FALSE_DISCOVERY);
  const right = found.filter(({ first, second }) => planted.has(pairName(first, second)));
  return { found: found.length, right: right.length, planted: planted.size };
}

function pairName(...handles: readonly string[]): string {
  return handles.toSorted().join(' ');
}

/** Days called odd on which nothing was: campaigns and holidays are known to be, and left out. */
function alarmsIn(past: readonly TradeDay[]) {
  const known = ({ day }: TradeDate) =>
    truths.holidays.some(({ month, day: of }) => month === day.month && of === day.day);
  const visits = past.map(({ date, visits: own }) =>
    isPlain(date) && !known(date) ? own.length : Number.NaN,
  );
  const scores = dailyAnomalies(visits, { falseAlarmRate: FALSE_ALARMS, scale: 'relative' });
  const judged = scores.filter((score) => score !== undefined);
  return { judged: judged.length, alarms: judged.filter(({ isAlarm }) => isAlarm).length };
}

for (const [name, own] of Map.groupBy(cases, (one) => one.name)) {
  test(`intervals hold the planted truth as often as they say: ${name}`, () => {
    const hits = own.filter(isHeld).length;
    assert.ok(isPlausible(own.length - hits, own.length, 1 - CONFIDENCE), `${hits} of ${own.length}`);
  });
}

test('and would miss it if it were a third larger', () => {
  const clear = cases.filter(({ name }) => name !== 'purchases');
  const wrong = clear.filter((one) => isHeld({ ...one, truth: one.truth * 1.34 }));
  assert.ok(wrong.length < clear.length / 10, `${wrong.length} of ${clear.length}`);
});

test('planted pairs are found, and hardly any others', () => {
  const sum = (key: 'found' | 'right' | 'planted') => worlds.reduce((all, { pairs }) => all + pairs[key], 0);
  assert.ok(sum('right') >= 0.9 * sum('planted'), `${sum('right')} of ${sum('planted')}`);
  assert.ok(isPlausible(sum('found') - sum('right'), sum('found'), FALSE_DISCOVERY));
});

test('ordinary days are called odd as seldom as is said', () => {
  const alarms = worlds.reduce((all, one) => all + one.alarms.alarms, 0);
  const judged = worlds.reduce((all, one) => all + one.alarms.judged, 0);
  assert.ok(judged > 500, String(judged));
  assert.ok(isPlausible(alarms, judged, FALSE_ALARMS), `${alarms} of ${judged}`);
});

function isHeld({ interval, truth }: Case): boolean {
  return interval !== undefined && interval.low <= truth && truth <= interval.high;
}

/** Whether so many failures of so many are no reason to doubt the rate: chance has as many in one case of 200. */
function isPlausible(failures: number, count: number, rate: number): boolean {
  let fewer = 0;
  let probability = (1 - rate) ** count;
  for (let place = 0; place < failures; place += 1) {
    fewer += probability;
    probability *= ((count - place) / (place + 1)) * (rate / (1 - rate));
  }
  return 1 - fewer > 0.005;
}
