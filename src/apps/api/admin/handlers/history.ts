import { ok, refuse, toDecimal } from '../../../../kernel/index.ts';
import {
  exactText,
  type HistoryRun,
  listImports,
  listSpendImports,
  listTrafficImports,
  netSales,
  readHistoryRun,
  removeImport,
  roundedMoney,
  type Summary,
  startHistoryRun,
  uploadHistory,
} from '../../../../modules/history/index.ts';
import { type Answer, type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { type Db, transact } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import { actorOf } from '../actor.ts';
import type { historyEndpoints } from '../contract/history.ts';
import type { AdminDeps } from '../deps.ts';

type Own = typeof historyEndpoints;

/** Orders, visits and ad spend from before the shop stood here: files in, and out again. */
export function historyHandlers({
  db,
  reads,
  files,
}: Pick<AdminDeps, 'db' | 'reads' | 'files'>): Handlers<Own> {
  return {
    uploadHistory: ({ query: { fileName }, upload, now }) =>
      uploadHistory({ db, files }, { fileName, stream: upload, now }),
    startHistoryRun: async ({ tx, params: { id: uploadId }, body, caller, now }) => {
      const { kind, isDryRun, title, ...options } = body;
      const about = { ...sentFields({ title }), startedBy: actorOf(caller), now };
      const started = await startHistoryRun(tx, { uploadId, kind, isDryRun, options, ...about });
      return started.ok ? ok(runAnswer(started.value)) : started;
    },
    readHistoryRun: async ({ params: { id } }) => {
      const found = await readHistoryRun(reads, id);
      return found ? ok(runAnswer(found)) : refuse('not_found', 'there is no such run', 'id');
    },
    listHistoryImports: async ({ query }) =>
      pageOfAll('history_imports', query, await everyImport(reads), {
        ...{ keyOf: ({ id }) => id, itemOf: (one) => one, isDescending: true },
      }),
    removeHistoryImport: async ({ params: { id } }) =>
      transact(db, (tx) => removeImport(tx, { id: Number(id) })),
  };
}

type Imported = Answer<Own['listHistoryImports']>['items'][number];

async function everyImport(db: Db): Promise<readonly Imported[]> {
  const [orders, traffic] = [await listImports(db), await listTrafficImports(db)];
  const spend = await listSpendImports(db);
  const rest = [
    ...traffic.map((one) => ({ ...one, kind: 'traffic' as const, format: one.tool })),
    ...spend.map((one) => ({ ...one, kind: 'spend' as const, format: one.tool, breakdown: undefined })),
  ];
  return [
    ...orders.map(({ id, fileName, format, origin, importedAt, summary }) => {
      const days = { firstDay: summary.firstDay?.toString(), lastDay: summary.lastDay?.toString() };
      const about = {
        id,
        kind: 'orders' as const,
        fileName,
        format,
        origin,
        importedAt: importedAt.toString(),
      };
      return { ...about, rows: summary.lines, ...days, orders: summaryAnswer(summary) };
    }),
    ...rest.map(({ id, kind, fileName, format, origin, importedAt, rows, firstDay, lastDay, breakdown }) => ({
      ...{ id, kind, fileName, format, origin, importedAt: importedAt.toString(), rows, breakdown },
      ...{ firstDay: firstDay.toString(), lastDay: lastDay.toString() },
    })),
  ];
}

function runAnswer({ report, createdAt, ...run }: HistoryRun): Answer<Own['readHistoryRun']> {
  const told = report && { ...report, orders: report.orders && summaryAnswer(report.orders) };
  return { ...run, report: told, createdAt: createdAt.toString() };
}

function summaryAnswer({ sums, firstDay, lastDay, ...counts }: Summary) {
  return {
    ...counts,
    ...{ firstDay: firstDay?.toString(), lastDay: lastDay?.toString() },
    sums: sums.map(({ amountMillionths, ...sum }) => ({ ...sum, amount: exactText(amountMillionths) })),
    netSales: [...netSales(sums)].map(([currency, amount]) => {
      return { currency, amount: toDecimal(roundedMoney(amount, currency)) };
    }),
  };
}
