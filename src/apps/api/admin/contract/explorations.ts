import { z } from 'zod';
import {
  currencyInput,
  endpoint,
  fileOutput,
  id,
  instant,
  pageQuery,
  queryList,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { language, reportEndpoints } from './reports.ts';
import { shownOrder } from './shown-order.ts';

const shared = { group: 'Explorations', audience: 'reports:read' } as const;
const reading = { ...shared, method: 'GET', rate: 'read' } as const;

const query = text(4_000, 1)
  .describe('In the language of docs/explore.md.')
  .meta({ example: 'FROM sales SHOW net_sales, orders GROUP BY channel DURING last_28_days' });

const ASKED = {
  ...({ invalid_query: 422, unknown_measure: 422, unknown_dimension: 422, not_together: 422 } as const),
  ...({ invalid_filter: 422, invalid_ask: 422, invalid_span: 422 } as const),
  ...({ costs_hidden: 403, analytics_away: 503 } as const),
};

const exploration = z.object({
  ...{ id: uuid(), name: z.string(), query: z.string(), isShared: z.boolean() },
  isOwn: z.boolean().describe('Only its owner changes it.'),
  version: z.string().describe('Sent back with a change, which is refused when it is not the latest.'),
  savedAt: instant(),
});
const fields = {
  name: text(80, 1),
  query,
  isShared: z.boolean().describe('Everybody who reads reports sees it.'),
};
const SAVING = {
  ...({ invalid_name: 422, invalid_query: 422, name_taken: 409, too_many: 409 } as const),
  ...({ not_found: 404, version_conflict: 409 } as const),
};
const params = z.strictObject({ id: id<'exploration'>() });
const changes = { kind: 'exploration', id: 'id' } as const;

const word = z.object({ id: z.string(), about: z.string() });

function file<const Format extends string>(format: Format, type: string, about: string) {
  return endpoint({
    ...{ ...reading, path: `/explorations/answer/${format}`, summary: `An answer as a file: ${about}` },
    description:
      'All rows unless the query has a LIMIT; 100,000 at most. What goods cost needs `costs:read` as well.',
    ...{ query: z.strictObject({ q: query, language }), output: fileOutput, file: type },
    refusals: { ...ASKED, too_many_rows: 422 },
  });
}

export const explorationEndpoints = {
  readExploration: endpoint({
    ...{ ...reading, path: '/explorations/answer', summary: 'The numbers that a query asks for' },
    description:
      'Totals are of everything that the filters let through, whatever of it is shown. What goods cost needs `costs:read` ' +
      'as well. What is wrong with a query is said with the place where it is.',
    ...{
      query: z.strictObject({ q: query, language }),
      output: reportEndpoints.runReport.output,
      refusals: ASKED,
    },
  }),
  readExplorationCsv: file('csv', 'text/csv; charset=utf-8', 'RFC 4180, in UTF-8'),
  readExplorationXlsx: file(
    'xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'a workbook, with definitions on its second sheet',
  ),
  readExplorationParquet: file('parquet', 'application/vnd.apache.parquet', 'columns for programs'),
  readExplorationPdf: file('pdf', 'application/pdf', 'a picture, the table and the definitions, to be read'),
  listExplorationOrders: endpoint({
    ...{
      ...reading,
      path: '/explorations/orders',
      summary: 'The orders behind a row of an answer, or behind all',
    },
    description: '`of` is what the row is of, such as `of=channel:Direct`; several narrow it down.',
    query: z.strictObject({
      ...{ q: query, ...pageQuery, currency: currencyInput().optional() },
      of: queryList(text(1_100).regex(/^[a-z_]+:/, 'a dimension, a colon, its value'), 8).optional(),
    }),
    output: z.object({ items: z.array(shownOrder), nextCursor: z.string().optional() }),
    refusals: { ...ASKED, invalid_cursor: 422 },
  }),
  listExplorationWords: endpoint({
    ...{ ...reading, path: '/explorations/words', summary: 'What can be asked for, with definitions' },
    query: z.strictObject({ language }),
    output: z.object({
      measures: z.array(
        word.extend({
          ...{
            kind: z.enum(['money', 'count', 'share', 'number']),
            timeRule: z.string(),
            source: z.string(),
          },
          dimensions: z.array(z.string()).describe('By which it can be told apart and filtered.'),
        }),
      ),
      dimensions: z.array(word),
    }),
    refusals: {},
  }),
  listExplorationValues: endpoint({
    ...{
      ...reading,
      path: '/explorations/values',
      summary: 'Values of a dimension, the most frequent first',
    },
    description: 'Of the last 365 days: at most 50 that have `contains` in them, in any case.',
    query: z.strictObject({
      dimension: text(60)
        .regex(/^[a-z_]+$/, 'a dimension')
        .meta({ example: 'country' }),
      contains: text(200).optional(),
    }),
    output: z.object({ items: z.array(z.string()) }),
    refusals: { unknown_dimension: 422, analytics_away: 503 },
  }),
  listExplorations: endpoint({
    ...{ ...reading, path: '/explorations', summary: 'Kept explorations: own and shared ones, by name' },
    ...{ output: z.object({ items: z.array(exploration) }), refusals: {} },
  }),
  createExploration: endpoint({
    ...{ ...shared, method: 'POST', path: '/explorations', summary: 'Keep a query under a name' },
    ...{ rate: 'write', body: z.strictObject(fields), output: exploration, status: 201 },
    ...{ idempotency: 'transaction', refusals: SAVING, changes },
  }),
  changeExploration: endpoint({
    ...{
      ...shared,
      method: 'PUT',
      path: '/explorations/{id}',
      summary: 'Change an exploration of one’s own',
    },
    ...{ rate: 'write', params, output: exploration, refusals: SAVING, changes },
    body: z.strictObject({ ...fields, version: text(20).regex(/^\d{1,19}$/, 'a whole number') }),
  }),
  removeExploration: endpoint({
    ...{
      ...shared,
      method: 'DELETE',
      path: '/explorations/{id}',
      summary: 'Forget an exploration of one’s own',
    },
    ...{ rate: 'write', params, output: z.object({ isRemoved: z.boolean() }), changes },
    refusals: { not_found: 404 },
  }),
};
