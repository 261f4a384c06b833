import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RenderQueue } from './render-queue.ts';

test('so many are made at a time, the others in the order they came, also after a failure', async () => {
  const queue = new RenderQueue(2);
  const begun: number[] = [];
  const works = [0, 1, 2, 3].map((number) => ({ number, end: Promise.withResolvers<number>() }));
  const answers = works.map(({ number, end }) =>
    queue.run(() => {
      begun.push(number);
      return end.promise;
    }),
  );
  await Promise.resolve();
  assert.deepEqual(begun, [0, 1]);
  works[1]?.end.reject(new Error('no'));
  await assert.rejects(answers[1] ?? Promise.resolve(), /no/);
  await new Promise(setImmediate);
  assert.deepEqual(begun, [0, 1, 2]);
  for (const { number, end } of works) end.resolve(number);
  assert.deepEqual(await Promise.all([answers[0], answers[2], answers[3]]), [0, 2, 3]);
  assert.deepEqual(begun, [0, 1, 2, 3]);
  assert.equal(await queue.run(async () => 'free again'), 'free again');
});
