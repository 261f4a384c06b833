import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiProblem } from '../../../../platform/cockpit/api/index.ts';
import { type ChosenLine, orderInParts, type PartKeys } from './order-in-parts.ts';

const lines: readonly ChosenLine[] = Array.from({ length: 1_200 }, (_, index) => ({
  ...{ variantId: `v${index}`, quantity: 2, onOrder: 0 },
}));
const lost = new ApiProblem({ status: 0, code: 'unreachable', detail: 'the network is gone' });
const refused = new ApiProblem({ status: 409, code: 'needs_changed', detail: 'look again' });

/** An API that keeps what it ordered by key, as the shop's does, and fails when it is told to. */
function anApi(failing: readonly ('lost before' | 'lost after' | 'refused' | undefined)[]) {
  const byKey = new Map<string, number>();
  const pieces = new Map<string, number>();
  let [calls, made] = [0, 0];
  const progress: number[] = [];
  const keys: PartKeys = new Map();
  const send = async (part: readonly ChosenLine[], key: string) => {
    const how = failing[calls];
    calls += 1;
    assert.ok(part.length <= 500, 'the API takes 500');
    if (how === 'lost before') throw lost;
    if (how === 'refused') throw refused;
    if (!byKey.has(key)) {
      byKey.set(key, calls);
      for (const { variantId, quantity } of part)
        pieces.set(variantId, (pieces.get(variantId) ?? 0) + quantity);
    }
    if (how === 'lost after') throw lost;
    return { orders: [{ id: 'o', number: 'PO-1', supplier: 'Potter' }] };
  };
  const newKey = () => {
    made += 1;
    return `key ${made}`;
  };
  const order = (some: readonly ChosenLine[]) =>
    orderInParts(some, { send, keys, newKey, onProgress: (done) => progress.push(done) });
  return { order, pieces, progress, calls: () => calls };
}

test('1,200 lines go in three parts, and come to one result', async () => {
  const api = anApi([]);
  const told = await api.order(lines);
  assert.deepEqual([told.orders.length, told.ordered.length, told.problem], [1, 1_200, undefined]);
  assert.deepEqual([api.progress, api.calls()], [[500, 1_000, 1_200], 3]);
});

test('a part whose answer got lost is sent again and ordered once', async () => {
  const api = anApi([undefined, 'lost after', 'lost before']);
  const told = await api.order(lines);
  assert.deepEqual([told.problem, api.calls(), api.pieces.size], [undefined, 5, 1_200]);
  assert.ok([...api.pieces.values()].every((count) => count === 2));
});

test('where the network stays away the rest is ordered later, and what had arrived is not ordered again', async () => {
  const api = anApi([undefined, 'lost after', 'lost before', 'lost before']);
  const first = await api.order(lines);
  assert.deepEqual([first.problem, first.ordered.length], [lost, 500]);
  const rest = lines.filter(({ variantId }) => !first.ordered.includes(variantId));
  const second = await api.order(rest);
  assert.deepEqual([second.problem, second.ordered.length], [undefined, 700]);
  assert.ok(api.pieces.size === 1_200 && [...api.pieces.values()].every((count) => count === 2));
});

test('a part that is refused ends it: what was ordered before stays, the same lines can be asked for again', async () => {
  const api = anApi([undefined, 'refused']);
  const told = await api.order(lines);
  assert.deepEqual([told.problem, told.ordered.length, api.calls()], [refused, 500, 2]);
  const rest = lines.filter(({ variantId }) => !told.ordered.includes(variantId));
  assert.equal((await api.order(rest)).problem, undefined);
});
