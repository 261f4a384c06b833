import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withKeys } from '../../../platform/secrets/index.ts';
import { analyticsClient } from '../../analytics/index.ts';
import { answersOf } from '../question/ask-warehouse.ts';
import type { AlertInput } from './alert.ts';
import { checkAlert } from './check-alert.ts';

// What a query is is read here; nobody has to be there to answer it.
const answers = answersOf(analyticsClient({ folder: '/nowhere', secrets: withKeys([Buffer.alloc(32, 7)]) }));
const INPUT: AlertInput = {
  ...{
    name: ' Few orders ',
    query: 'FROM sales SHOW orders',
    language: 'en',
    grain: 'day',
    graceMinutes: 60,
  },
  ...{
    rule: { kind: 'threshold', below: 10 },
    quiet: { from: 22, to: 7 },
    hasWebhooks: true,
    recipients: [],
  },
};
const check = (change: Partial<AlertInput>, maySeeCosts = false) =>
  checkAlert(answers, { ...INPUT, ...change, maySeeCosts });

test('an alert that cannot be is refused by the name of what is wrong', () => {
  const table: readonly [change: Partial<AlertInput>, code: string, field: string][] = [
    [{ name: ' ' }, 'invalid_name', 'name'],
    [{ query: 'FROM sales SHOW orders, units' }, 'one_number', 'query'],
    [{ query: 'FROM sales SHOW orders GROUP BY country' }, 'one_number', 'query'],
    [{ query: 'SHOW nothing' }, 'invalid_query', 'query'],
    [{ query: `FROM sales SHOW orders WHERE country = '${'x'.repeat(4_000)}'` }, 'invalid_query', 'query'],
    [{ query: 'FROM sales SHOW cost_of_goods' }, 'costs_hidden', 'query'],
    [{ rule: { kind: 'threshold' } }, 'invalid_rule', 'rule'],
    [{ rule: { kind: 'threshold', above: 1, below: 2 } }, 'invalid_rule', 'rule'],
    [{ rule: { kind: 'change', direction: 'up', percent: 0 } }, 'invalid_rule', 'rule'],
    [
      { grain: 'hour', rule: { kind: 'anomaly', direction: 'up', falseAlarms: 'month' } },
      'invalid_rule',
      'rule',
    ],
    [{ graceMinutes: 1_441 }, 'invalid_rule', 'graceMinutes'],
  ];
  for (const [change, code, field] of table) {
    const checked = check(change);
    assert.deepEqual(checked.ok ? 'right' : [checked.refusal.code, checked.refusal.field], [code, field]);
  }
});

test('one number is watched, wherever and of whatever it is; costs by who may see them', () => {
  const right = check({ query: "FROM sales SHOW net_sales WHERE country IN ('DE') IN EUR" });
  assert.equal(right.ok && right.value.name, 'Few orders');
  assert.ok(check({ query: 'FROM sales SHOW cost_of_goods' }, true).ok);
});
