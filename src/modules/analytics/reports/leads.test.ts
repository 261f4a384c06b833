import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REPORTS } from './list.ts';
import { leadsToOrders } from './report.ts';

test('every report leads to its orders, but what is told of pages and measurements', () => {
  const none = REPORTS.filter((report) => !leadsToOrders(report)).map(({ id }) => id);
  assert.deepEqual(none.toSorted(), ['paths', 'web_vitals']);
});
