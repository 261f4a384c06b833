import assert from 'node:assert/strict';
import { test } from 'node:test';
import { millionthsOf, percentText } from './percent.ts';

test('a percentage is read exactly, and written as it was read', () => {
  const table: [typed: string, expected: number | undefined][] = [
    ...(
      [
        ['19', 190_000],
        ['5,5', 55_000],
        ['8.875 %', 88_750],
        ['0', 0],
        ['100', 1_000_000],
      ] as const
    ).map((row): [string, number] => [...row]),
    ['100.1', undefined],
    ['-1', undefined],
    ['1.23456', undefined],
    ['', undefined],
    ['nineteen', undefined],
  ];
  for (const [typed, expected] of table) assert.equal(millionthsOf(typed), expected, typed);
  for (const millionths of [0, 1, 55_000, 88_750, 999_999]) {
    assert.equal(millionthsOf(percentText(millionths)), millionths);
  }
});
