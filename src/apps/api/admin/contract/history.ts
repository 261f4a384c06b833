import { z } from 'zod';
import { LINE_CLASSES, MAPPING_FIELDS } from '../../../../modules/history/index.ts';
import {
  currencyInput,
  endpoint,
  id,
  instant,
  money,
  pageOf,
  pageQuery,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { workTitle } from './work.ts';

const group = { group: 'History from elsewhere' } as const;
const read = { ...group, audience: 'reports:read', rate: 'read' } as const;
const write = { ...group, audience: 'settings:write', rate: 'write' } as const;

const kind = z.enum(['orders', 'traffic']);
const day = z.string().meta({ format: 'date' });
const column = () => text(200, 1);

const summary = z.object({
  documents: z.int().describe('Orders and credit notes.'),
  ...{
    lines: z.int(),
    refunds: z.int(),
    linkedRefunds: z.int().describe('Of the refunds, those whose sale is known.'),
  },
  ...{
    skus: z.int(),
    customers: z.int(),
    countries: z.int(),
    firstDay: day.optional(),
    lastDay: day.optional(),
  },
  sums: z.array(
    z.object({
      currency: z.string(),
      class: z.enum(LINE_CLASSES),
      lines: z.int(),
      amount: z.string().describe('Exact.'),
    }),
  ),
  netSales: z.array(money).describe('All but tax, one for each currency.'),
});

const run = z
  .object({
    ...{ id: uuid(), uploadId: uuid(), fileName: z.string(), kind, isDryRun: z.boolean() },
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    done: z.int().describe('Rows read.'),
    total: z.int().optional().describe('Known once the file was tried.'),
    failure: z.string().optional(),
    workId: uuid().describe(
      'The long work that does it: cancelled there; its file has every row that was wrong.',
    ),
    report: z
      .object({
        importId: z.int().optional().describe('Absent of a trial.'),
        ...{ origin: z.string(), rows: z.int(), errors: z.int(), warnings: z.int() },
        refused: z.int().describe('Orders left out for an error in one of their lines; of visits rows.'),
        known: z.int().describe('Left out because an earlier import of the origin has them.'),
        issues: z
          .array(
            z.object({
              ...{ line: z.int(), column: z.string(), severity: z.enum(['error', 'warning']) },
              ...{ code: z.string(), message: z.string() },
            }),
          )
          .describe('The first hundred.'),
        orders: summary.optional(),
        breakdown: z
          .string()
          .optional()
          .describe('Of visits: by what they are told apart; empty: whole days.'),
      })
      .optional(),
    createdAt: instant(),
  })
  .meta({ id: 'HistoryRun' });

const imported = z.object({
  id: z.int(),
  kind: z.enum(['orders', 'traffic', 'spend']),
  ...{ fileName: z.string(), format: z.string(), origin: z.string(), importedAt: instant() },
  rows: z.int(),
  ...{ firstDay: day.optional(), lastDay: day.optional() },
  orders: summary.optional(),
  breakdown: z.string().optional(),
});

export const historyEndpoints = {
  uploadHistory: endpoint({
    ...{
      ...write,
      method: 'POST',
      path: '/history/uploads',
      summary: 'Take a file from elsewhere in and look at it',
    },
    description:
      'The body is the file: orders of Shopify or WooCommerce, any table of order lines, or visits by day of Google ' +
      'Analytics, Matomo or Plausible; CSV, XLSX or Parquet, up to 500 MB. Nothing is imported yet. It is kept for a day.',
    ...{ query: z.strictObject({ fileName: text(255, 1) }), upload: { mostBytes: 500_000_000 }, status: 201 },
    idempotency: 'none',
    output: z.object({
      ...{ id: uuid(), fileName: z.string(), kind },
      format: z
        .string()
        .optional()
        .describe('Whose export it is; missing when its columns have to be mapped.'),
      breakdown: z.string().optional().describe('Of visits: by what they are told apart.'),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string())).describe('The first few.'),
      mapping: z
        .record(z.string(), z.string())
        .describe('Our field to the file’s column, as far as names tell.'),
      fields: z.array(z.string()).describe('What a column may be mapped to.'),
      importId: z.int().optional().describe('This very file is that import already.'),
    }),
    refusals: { unreadable: 422 },
    changes: { kind: 'history_upload', id: 'id' },
  }),
  startHistoryRun: endpoint({
    ...{
      ...write,
      method: 'POST',
      path: '/history/uploads/{id}/runs',
      summary: 'Try an upload, or bring it in',
    },
    description: 'As long work (see there), whose id is `workId`. An import is all of it or nothing.',
    params: z.strictObject({ id: id<'history_upload'>() }),
    body: z.strictObject({
      ...{ kind, isDryRun: z.boolean(), title: workTitle },
      mapping: z
        .strictObject(Object.fromEntries(MAPPING_FIELDS.map((field) => [field, column().optional()])))
        .optional()
        .describe('Our field to the column, of orders that no format knows.'),
      currency: currencyInput().optional().describe('Of amounts that name none; else the shop’s.'),
      zone: text(60, 1).optional().describe('Of moments without an offset; else the shop’s.'),
      dates: z.enum(['dmy', 'mdy']).optional().describe('Which of two numbers is the day.'),
      origin: text(60, 1).optional().describe('Whose numbers the orders have; else the format’s name.'),
    }),
    ...{ idempotency: 'transaction', output: run, status: 202 },
    refusals: { not_found: 404, file_gone: 409, unknown_zone: 422 },
    changes: { kind: 'history_run', id: 'id', read: 'readHistoryRun' },
  }),
  readHistoryRun: endpoint({
    ...{ ...read, method: 'GET', path: '/history/runs/{id}', summary: 'How far a trial or an import is' },
    ...{ params: z.strictObject({ id: id<'history_run'>() }), output: run, refusals: { not_found: 404 } },
  }),
  listHistoryImports: endpoint({
    ...{
      ...read,
      method: 'GET',
      path: '/history/imports',
      summary: 'What came in from elsewhere, the latest first',
    },
    ...{ query: z.strictObject(pageQuery), output: pageOf(imported), refusals: { invalid_cursor: 422 } },
  }),
  removeHistoryImport: endpoint({
    ...{ ...write, method: 'DELETE', path: '/history/imports/{id}', summary: 'Take an import out again' },
    description: 'With everything that it brought. Its file can be imported anew.',
    params: z.strictObject({ id: text(9, 1).regex(/^[1-9]\d*$/, 'the number of an import') }),
    ...{ output: z.object({ fileName: z.string() }), refusals: { not_found: 404 } },
    changes: { kind: 'history_import', id: 'id' },
  }),
};
