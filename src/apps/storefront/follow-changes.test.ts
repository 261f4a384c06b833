import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import type { AnyEvent } from '../../platform/outbox/index.ts';
import { type Effect, effectOf, followChanges, type Keeper } from './follow-changes.ts';

const EVENTS: ReadonlyMap<bigint, AnyEvent> = new Map<bigint, AnyEvent>([
  [1n, { topic: 'pricing.prices_changed', payload: { variantIds: ['v1'], productIds: ['p1'] } }],
  [2n, { topic: 'search.documents_changed', payload: { productIds: ['p1'] } }],
  [3n, { topic: 'markets.changed', payload: {} }],
]);

/** A keeper that writes down what it is told to do. */
function aKeeper(changes: Partial<Keeper> = {}) {
  const done: string[] = [];
  const keeper: Keeper = {
    readEvents: async (ids) => ids.flatMap((id) => EVENTS.get(id) ?? []),
    catchUpSearch: async () => void done.push('search caught up'),
    forget: ({ tags }) => void done.push(`forget ${tags.join(' ')}`),
    reloadShop: async () => void done.push('reload'),
    forgetAll: () => void done.push('forget all'),
    log: Fastify({ logger: false }).log,
    ...changes,
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { listener: followChanges(keeper), done, settled };
}

test('a price ends its product’s pages, a listing only once search knows', async () => {
  const { listener, done, settled } = aKeeper();
  listener.onEvent({ topic: 'pricing.prices_changed', id: 1n });
  listener.onEvent({ topic: 'search.documents_changed', id: 2n });
  await settled();
  assert.deepEqual(done, ['forget product:p1', 'search caught up', 'forget listings']);
});

test('a price does not wait for search', async () => {
  const never = new Promise<void>(() => undefined);
  const { listener, done, settled } = aKeeper({ catchUpSearch: () => never });
  listener.onEvent({ topic: 'search.documents_changed', id: 2n });
  await settled();
  listener.onEvent({ topic: 'pricing.prices_changed', id: 1n });
  await settled();
  assert.deepEqual(done, ['forget product:p1']);
});

test('a change of the shop’s own words reads the shop again before and ends all pages', async () => {
  const { listener, done, settled } = aKeeper();
  listener.onEvent({ topic: 'markets.changed', id: 3n });
  await settled();
  assert.deepEqual(done, ['forget all', 'reload', 'forget all']);
});

test('after a gap, after unreadable events and after very many everything is made anew', async () => {
  const anew = ['forget all', 'reload', 'forget all'];
  const gap = aKeeper();
  gap.listener.onGap();
  await gap.settled();
  assert.deepEqual(gap.done, anew);

  const unreadable = aKeeper({
    readEvents: async () => {
      throw new Error('database is away');
    },
  });
  unreadable.listener.onEvent({ topic: 'pricing.prices_changed', id: 1n });
  await unreadable.settled();
  assert.deepEqual(unreadable.done, anew);

  const pruned = aKeeper();
  pruned.listener.onEvent({ topic: 'pricing.prices_changed', id: 99n });
  await pruned.settled();
  assert.deepEqual(pruned.done, anew);

  const flood = aKeeper();
  flood.listener.onEvent({ topic: 'pricing.prices_changed', id: 1n });
  for (let id = 0; id < 1_000; id += 1) flood.listener.onEvent({ topic: 'pricing.prices_changed', id: 1n });
  await flood.settled();
  assert.deepEqual(flood.done, ['forget product:p1', ...anew]);
});

test('what is none of the storefront’s business does nothing', async () => {
  const { listener, done, settled } = aKeeper();
  listener.onEvent({ topic: 'merchandising.sales_changed', id: 1n });
  await settled();
  assert.deepEqual(done, []);
  const entered: Effect = effectOf({
    topic: 'merchandising.collections_changed',
    payload: { collectionIds: ['c'], productIds: ['p'] },
  });
  assert.deepEqual(entered.tags, []);
  assert.equal(entered.isWholeShop, false);
});
