import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepThreads, runInThread } from './index.ts';

const SUM = new URL('./testing/sum.thread.ts', import.meta.url);

test('a thread answers while this one goes on', async () => {
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  const sum = await runInThread<number>(SUM, { values: Float64Array.of(1, 2, 39), times: 20_000_000 });
  clearInterval(turning);
  assert.equal(sum, 42);
  assert.ok(turns > 3, `${turns} turns`);
});

test('what fails in it fails here, with its reason', async () => {
  await assert.rejects(runInThread(SUM, { values: [], times: 1 }), /nothing to sum/);
});

test('threads that stay answer one after the other, and go on after what fails', async () => {
  const program = new URL('./testing/add.thread.ts', import.meta.url);
  const threads = keepThreads<number, number>(program, { count: 2, setUp: 40, heapMb: 32 });
  const asked = [1, 2, Number.NaN, 3, 4].map((value) => threads.ask(value).catch(String));
  assert.deepEqual(await Promise.all(asked), [41, 42, 'Error: nothing to add to', 43, 44]);
  await threads.close();
});
