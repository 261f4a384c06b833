import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EvidenceKind, type Takes, weigh } from './attached.ts';

const TAKES: Takes = {
  types: ['application/pdf'],
  bytesPerFile: 100,
  bytesInAll: 250,
  count: 4,
  isOnePerKind: true,
};

test('what is attached is weighed before it is sent', () => {
  const of = (...files: (readonly [EvidenceKind, number])[]) =>
    files.map(([kind, bytes]) => ({ kind, bytes }));
  const table: readonly (readonly [
    files: ReturnType<typeof of>,
    bytes: number,
    problem: string | undefined,
  ])[] = [
    [of(), 0, undefined],
    [of(['receipt', 100], ['other', 100], ['refund_policy', 50]), 250, undefined],
    [of(['receipt', 100], ['other', 100], ['refund_policy', 51]), 251, 'too_large'],
    [of(['receipt', 1], ['receipt', 1]), 2, undefined],
    [of(['receipt', 1], ['receipt', 1], ['receipt', 1]), 3, 'too_many_of_a_kind'],
    [of(['receipt', 1], ['receipt', 1], ['other', 1]), 3, 'too_many_of_a_kind'],
    [of(['receipt', 1], ['receipt', 1], ['other', 1], ['other', 1], ['other', 1]), 5, 'too_many'],
  ];
  for (const [files, bytes, problem] of table) assert.deepEqual(weigh(TAKES, files), { bytes, problem });
  assert.equal(
    weigh({ ...TAKES, isOnePerKind: false }, of(['receipt', 1], ['receipt', 1], ['receipt', 1])).problem,
    undefined,
  );
});
