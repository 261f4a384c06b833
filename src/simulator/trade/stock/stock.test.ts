import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wilsonInterval } from '../../../statistics/index.ts';
import { randomFor } from '../../random.ts';
import { demoWorld } from '../../world/demo-world.ts';
import { isOut } from '../shelf.ts';
import { type TradeDay, tradeOf } from '../trade.ts';
import { TRUTHS, type Truths } from '../truths.ts';
import { deliveryBook } from './delivery-book.ts';
import { settleAt } from './settle.ts';
import { type StockPast, stockBook } from './stock-book.ts';

const SEEDS = [1, 2, 3, 4];
const lastDay = Temporal.PlainDate.from('2026-10-31');
const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0);

function past(seed: number, truths: Truths) {
  const world = demoWorld(1);
  const book = stockBook(world, { truths });
  const deliveries = deliveryBook(seed, truths);
  const days: TradeDay[] = [];
  for (const day of tradeOf({ world, seed, lastDay, zone: 'Europe/Berlin', truths })) {
    book.add(day);
    deliveries.add(day);
    days.push(day);
  }
  return { world, days, truths, stock: book.close(), lines: deliveries.close() };
}

/** Of different lengths, so that the planned outage lies within them, at their beginning and partly outside. */
const pasts = SEEDS.map((seed, place) => past(seed, { ...TRUTHS, days: [365, 120, 66, 80][place] ?? 80 }));
const [year] = pasts;
assert.ok(year);

test('a level is that of the evening before, less sold, plus received and restocked, and never below nothing', () => {
  for (const { stock } of pasts) {
    assert.ok(stock.length > 600);
    for (const { sku, level, sold, received, restocked } of stock) {
      for (const [day, onHand] of level.entries()) {
        const before = level[day - 1] ?? 0;
        const moved = (received[day] ?? 0) + (restocked[day] ?? 0) - (sold[day] ?? 0);
        assert.equal(onHand, before + moved, `${sku} on ${day}`);
        assert.ok(onHand >= 0 && (received[day] ?? 0) >= 0 && (restocked[day] ?? 0) >= 0, `${sku} on ${day}`);
      }
    }
  }
});

test('it ends with what lies there today, and what left is what was sold, sets as what they consist of', () => {
  for (const { world, days, stock } of pasts) {
    const variants = world.products.flatMap(({ variants: own }) => own);
    const today = new Map(variants.map(({ sku, onHand }) => [sku, onHand]));
    for (const { sku, level } of stock) assert.equal(level.at(-1), today.get(sku), sku);
    const components = new Map(
      world.products.flatMap(({ variants: own, components: parts }) => own.map(({ sku }) => [sku, parts])),
    );
    const tracked = new Set(stock.map(({ sku }) => sku));
    const pieces = days
      .flatMap(({ orders }) => orders.flatMap(({ lines }) => lines))
      .flatMap(({ variant: { sku }, quantity }) => {
        const parts = components.get(sku) ?? [];
        if (parts.length > 0) return parts.map((part) => part.quantity * quantity);
        return tracked.has(sku) ? [quantity] : [];
      });
    assert.equal(sum(stock.flatMap(({ sold }) => sold)), sum(pieces));
  }
});

test('nothing is sold on a day that had nothing, and what is planned to be out is', () => {
  for (const { days, stock, truths } of pasts) {
    const bySku = new Map(stock.map((one) => [one.sku, one]));
    for (const { date, orders } of days) {
      for (const { good, variant } of orders.flatMap(({ lines }) => lines)) {
        assert.ok(!isOut(good, truths, date.daysBefore), good.handle);
        const own = bySku.get(variant.sku);
        const [before, came] = [at(own, 'level', date.index - 1), at(own, 'received', date.index)];
        if (own) assert.ok(before + came > 0, `${variant.sku} on ${date.day}`);
      }
    }
  }
  const best = year.days
    .flatMap(({ orders }) => orders.flatMap(({ lines }) => lines))
    .find(({ good }) => good.rank === 1);
  const own = year.stock.find(({ sku }) => sku === best?.variant.sku);
  const { daysBefore, days } = TRUTHS.stockOut;
  const begins = year.truths.days - 1 - daysBefore;
  assert.deepEqual(own?.level.slice(begins - 1, begins + days), new Array(days + 1).fill(0));
});

function at(own: StockPast | undefined, of: 'level' | 'received', day: number): number {
  return own?.[of][day - own.first] ?? 0;
}

test('a shop of that size misses a few of a hundred, and turns its stock over some times a year', () => {
  const costs = new Map(
    year.world.products.flatMap(({ variants }) =>
      variants.map(({ sku, cost }) => [sku, Number(cost?.minor ?? 0n)]),
    ),
  );
  const worth = (of: (one: StockPast) => number) =>
    sum(year.stock.map((one) => of(one) * (costs.get(one.sku) ?? 0)));
  const sold = worth((one) => sum(one.sold));
  const missed = worth((one) => sum(one.missed)) / sold;
  const turnover = sold / worth((one) => sum(one.level) / year.truths.days);
  assert.ok(missed > 0.01 && missed < 0.07, `missed ${missed}`);
  assert.ok(turnover > 2 && turnover < 6, `turnover ${turnover}`);
});

test('settling keeps what was sold possible, whatever came and went', () => {
  const random = randomFor(7, 'settle');
  for (let round = 0; round < 2_000; round += 1) {
    const days = random.integer(1, 30);
    const of = (chance: number, most: number) =>
      Array.from({ length: days }, () => (random.chance(chance) ? random.integer(1, most) : 0));
    const shelved = { received: of(0.2, 12), restocked: of(0.1, 2), sold: of(0.6, 4) };
    let onHand = 0;
    for (let day = 0; day < days; day += 1) {
      const there = onHand + (shelved.received[day] ?? 0);
      shelved.sold[day] = Math.min(shelved.sold[day] ?? 0, there);
      onHand = there + (shelved.restocked[day] ?? 0) - (shelved.sold[day] ?? 0);
    }
    const target = random.integer(0, 9);
    settleAt(shelved, { from: 0, to: days - 1, target, missed: -1 });
    let level = 0;
    for (let day = 0; day < days; day += 1) {
      level += (shelved.received[day] ?? 0) - (shelved.sold[day] ?? 0);
      assert.ok(level >= 0, `round ${round}, day ${day}`);
      level += shelved.restocked[day] ?? 0;
    }
    assert.equal(level, target, `round ${round}`);
  }
});

test('suppliers bring what was ordered, late, short and broken as often as it is so', () => {
  const { lines, truths } = year;
  const { lateShare, lateDays, short, broken } = truths.supply;
  assert.ok(lines.length > 1_000, `${lines.length}`);
  const deliveries = new Map(lines.map((line) => [`${line.terms.maker} ${line.ordered}`, line]));
  const late = [...deliveries.values()].filter(({ promised, came }) => came > promised);
  const { low, high } = wilsonInterval(late.length, deliveries.size, 0.99);
  assert.ok(low <= lateShare && lateShare <= high, `${late.length} of ${deliveries.size}`);
  for (const { promised, came } of late) assert.ok(came - promised <= lateDays[1] + 2);
  for (const { terms, quantity, asked, flawed, ordered, promised } of lines) {
    assert.ok(ordered < promised && quantity > 0 && quantity % terms.packSize === 0 && asked >= quantity);
    assert.ok(flawed === 0 || asked >= quantity + flawed);
  }
  for (const [maker, own] of Map.groupBy(lines, ({ terms }) => terms.maker)) {
    const shorts = own.filter(({ asked, quantity, flawed }) => asked > quantity + flawed).length;
    const faults = own.filter(({ flawed }) => flawed > 0).length;
    assert.ok(wilsonInterval(shorts, own.length, 0.999).low <= short[1], `${maker} is short ${shorts} times`);
    assert.ok(wilsonInterval(faults, own.length, 0.999).low <= broken[1], `${maker} breaks ${faults} times`);
    const dearer = own.filter(({ paidMinor, listMinor }) => paidMinor > listMinor).length;
    assert.ok(
      wilsonInterval(dearer, own.length, 0.999).low <= truths.supply.dearer[1],
      `${maker}: ${dearer}`,
    );
  }
  const shares = [...Map.groupBy(lines, ({ terms }) => terms.maker).values()].map(
    (own) => own.filter(({ asked, quantity }) => asked === quantity).length / own.length,
  );
  assert.ok(Math.max(...shares) - Math.min(...shares) > 0.05, 'some are better than others');
});
