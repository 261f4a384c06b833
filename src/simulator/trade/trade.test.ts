import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelOf, trafficOf } from '../../modules/collector/index.ts';
import { hash } from '../random.ts';
import { demoWorld } from '../world/demo-world.ts';
import { calendarOf } from './calendar.ts';
import { type TradeDay, type TradeInput, tradeOf } from './trade.ts';
import { TRUTHS } from './truths.ts';

const world = demoWorld(1);
const lastDay = Temporal.PlainDate.from('2026-11-26');
const about: TradeInput = { world, seed: 1, lastDay, zone: 'Europe/Berlin' };
const past = [...tradeOf(about)];
const visits = past.flatMap((day) => day.visits);
const orders = past.flatMap((day) => day.orders);

test('the past ends on its last day, and each moment is on the day that it is told with', () => {
  assert.equal(past.at(-1)?.date.day.toString(), '2026-11-26');
  assert.equal(past.length, TRUTHS.days);
  for (const { date, visits: own, refunds, orders: sold } of past) {
    const isToday = ({ at }: { readonly at: number }) =>
      at >= date.beganAt && at < date.beganAt + date.lastsMs;
    assert.ok([...own, ...refunds, ...sold].every(isToday), date.day.toString());
  }
});

test('the same seed gives the same past, and another seed another one', () => {
  const some = (seed: number) => printOf(firstOf(tradeOf({ ...about, seed }), 40));
  assert.equal(some(1), printOf(past.slice(0, 40)));
  assert.notEqual(some(2), some(1));
});

test('a manager knows the figures of such a shop', () => {
  const first = orders.filter(({ isFirst }) => isFirst).length;
  const pieces = orders.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0);
  const back = past.flatMap(({ refunds }) => refunds).flatMap(({ lines }) => lines);
  const returned = back.reduce((sum, { quantity }) => sum + quantity, 0);
  const figures = {
    visits: [visits.length, 200_000, 300_000],
    orders: [orders.length, 5_000, 8_000],
    conversion: [orders.length / visits.length, 0.02, 0.03],
    returning: [1 - first / orders.length, 0.25, 0.35],
    returns: [returned / pieces, 0.05, 0.09],
  } as const;
  for (const [name, [value, low, high]] of Object.entries(figures)) {
    assert.ok(value > low && value < high, `${name} is ${value}`);
  }
});

test('where a visit comes from is the channel that it was planned by', () => {
  const ways = new Map(visits.map(({ arrival }) => [JSON.stringify(arrival), arrival]));
  for (const { channel, ...arrival } of ways.values()) {
    assert.equal(channelOf(trafficOf(arrival)), channel, JSON.stringify(arrival));
  }
  assert.equal(new Set(visits.map(({ arrival }) => arrival.channel)).size, TRUTHS.channels.length);
});

test('nobody sells what is out of stock, and a family costs what it cost on the day', () => {
  const { stockOut, priceChange } = TRUTHS;
  const sold = past.flatMap(({ date, orders: own }) =>
    own.flatMap(({ lines, shopper }) => lines.map((line) => ({ date, line, shopper }))),
  );
  const best = sold.filter(({ line }) => line.good.rank === stockOut.rank);
  const isOut = (daysBefore: number) =>
    daysBefore <= stockOut.daysBefore && daysBefore > stockOut.daysBefore - stockOut.days;
  assert.ok(best.length > 100);
  assert.equal(best.filter(({ date }) => isOut(date.daysBefore)).length, 0);
  for (const { date, line, shopper } of sold) {
    const today = line.variant.priceMinor[shopper.place.currency];
    const isBefore = line.good.family === priceChange.family && date.daysBefore > priceChange.daysBefore;
    const factor = isBefore ? priceChange.before : 1;
    assert.ok(Math.abs(line.unitMinor - today * factor) <= 5, line.variant.sku);
  }
});

test('campaigns begin on a Monday in each of their years, and every order in them has their code', () => {
  const days = calendarOf(TRUTHS, { lastDay, zone: 'Europe/Berlin' });
  const begins = days.filter(({ campaign }, index) => campaign && campaign !== days[index - 1]?.campaign);
  assert.deepEqual(
    begins.map(({ day, campaign }) => [campaign?.name, day.toString(), day.dayOfWeek]),
    [
      ['black-weeks', '2025-11-17', 1],
      ['spring-tables', '2026-04-13', 1],
      ['black-weeks', '2026-11-16', 1],
    ],
  );
  for (const { date, orders: own } of past) {
    if (date.campaign === undefined) continue;
    assert.ok(own.every(({ discount }) => discount?.code === date.campaign?.code));
  }
});

function firstOf(days: Iterator<TradeDay>, count: number): TradeDay[] {
  return Array.from({ length: count }, () => {
    const next = days.next();
    assert.ok(!next.done);
    return next.value;
  });
}

function printOf(days: readonly TradeDay[]): number {
  const told = (value: unknown) => (typeof value === 'bigint' ? String(value) : value);
  return hash(JSON.stringify(days, (_, value) => (value instanceof Map ? [...value] : told(value))));
}
