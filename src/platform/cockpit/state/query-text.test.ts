import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryOf, queryText } from './query-text.ts';

test('a query is the same text in whatever order it was made, without what is empty', () => {
  assert.equal(
    queryText({ state: ['paid', 'fulfilled'], q: '', sort: undefined, isOpen: true }),
    'isOpen=true&state=paid&state=fulfilled',
  );
  assert.equal(queryText({ b: 1, a: 'x y' }), queryText({ a: 'x y', b: 1 }));
  assert.equal(queryText({}), '');
});

test('the text is the query again', () => {
  const query = { q: 'blue & white', state: ['paid', 'fulfilled'] };
  assert.deepEqual(queryOf(queryText(query)), query);
  assert.deepEqual(queryOf(''), {});
});
