import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { REPORTS } from '../reports/list.ts';
import { parseQuery } from './parse-query.ts';
import { referenceText } from './reference.ts';
import { CHARTS, GRAINS, SPAN_NAMES } from './words.ts';

const FILE = new URL('../../../../docs/explore.md', import.meta.url);
const HEADING = '## Reference\n\n';
const docs = await readFile(FILE, 'utf8');
const [before = '', written] = docs.split(HEADING);

test('docs/explore.md lists every number and dimension with its definition as it is', async () => {
  if (process.env['WRITE_DOCS'] === '1') await writeFile(FILE, before + HEADING + referenceText());
  else assert.equal(written, referenceText(), 'write it anew: WRITE_DOCS=1 npm test -- FILE OF THIS TEST');
});

test('every query in docs/explore.md can be read, and every name of days stands in it', () => {
  const queries = [...docs.matchAll(/```\n([^`]+)```/g)].map(([, query = '']) => query);
  assert.ok(queries.length >= 4);
  for (const query of queries) assert.deepEqual(parseQuery(query).ok, true, query);
  for (const word of [...SPAN_NAMES, ...GRAINS, ...CHARTS]) assert.ok(docs.includes(`\`${word}\``), word);
});

test('what standard reports say that they are as a query can be read', () => {
  const queries = REPORTS.flatMap(({ query }) => query ?? []);
  assert.ok(queries.length >= 10);
  for (const query of queries) assert.deepEqual(parseQuery(query).ok, true, query);
  const [brand] = REPORTS.filter(({ id }) => id === 'sales_by_brand');
  assert.match(brand?.query ?? '', /^FROM sales SHOW gross_sales, .*orders_with.* GROUP BY brand$/);
});
