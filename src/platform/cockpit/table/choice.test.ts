import assert from 'node:assert/strict';
import { test } from 'node:test';
import { between, toggled } from './choice.ts';
import { type Column, shownColumns } from './column.ts';

test('a row that is toggled twice is as it was', () => {
  assert.deepEqual([...toggled(new Set(['a']), 'b')], ['a', 'b']);
  assert.deepEqual([...toggled(new Set(['a', 'b']), 'b')], ['a']);
});

test('a range goes either way and keeps to the order of the rows', () => {
  const order = ['a', 'b', 'c', 'd'];
  assert.deepEqual(between(order, 'b', 'd'), ['b', 'c', 'd']);
  assert.deepEqual(between(order, 'd', 'b'), ['b', 'c', 'd']);
  assert.deepEqual(between(order, 'gone', 'b'), ['b']);
});

test('a chosen set of columns keeps what a row is known by', () => {
  const column = (key: string, more: Partial<Column<unknown>> = {}): Column<unknown> => {
    return { key, label: key, cell: () => null, ...more };
  };
  const columns = [column('number', { isTitle: true }), column('total'), column('note', { isHidden: true })];
  const keys = (chosen: readonly string[]) => shownColumns(columns, chosen).map(({ key }) => key);
  assert.deepEqual(keys([]), ['number', 'total']);
  assert.deepEqual(keys(['note']), ['number', 'note']);
});
