import { z } from 'zod';
import { ok, parseId, type Refusal, type Result } from '../../../kernel/index.ts';
import { csvCell, csvLine } from '../../../platform/csv/index.ts';
import type { Connection, Db } from '../../../platform/database/index.ts';
import type { Job } from '../../../platform/jobs/index.ts';
import {
  type WorkContext,
  type WorkKind,
  type WorkOutcome,
  WorkStopped,
  workJob,
} from '../../../platform/work/index.ts';
import { BrokenFile, type Issue } from '../../exchange/index.ts';
import { importOrders } from '../run/import-orders.ts';
import { findImportOf } from '../store/imports.ts';
import { importTraffic } from '../traffic/import-traffic.ts';
import { findTrafficOf, listTrafficImports } from '../traffic/store.ts';
import type { HistoryRun, RunId, RunOptions, RunReport } from './run.ts';
import { findRun, findUpload, keepReport, noteGone, type Upload } from './store.ts';
import { withLocalFile } from './upload-file.ts';

const SHOWN_ISSUES = 100;

type Payload = { readonly runId: RunId };
type Brought = { readonly report: RunReport; readonly issues: readonly Issue[] };
type Asked = { readonly run: HistoryRun; readonly options: RunOptions; readonly upload: Upload };

const payload = z.object({
  runId: z.string().transform((text, context): RunId => {
    const id = parseId<'history_run'>(text);
    if (id !== undefined) return id;
    context.addIssue('no id of a run');
    return z.NEVER;
  }),
});

export const HISTORY_WORK = {
  name: 'history.import_file',
  parse: (given: unknown): Payload => payload.parse(given),
} as const;

/** A trial or an import of an uploaded file, as long work. */
export function historyImportJob(connection: Pick<Connection, 'pool' | 'db'>): Job {
  const kind: WorkKind<Payload> = {
    ...HISTORY_WORK,
    run: (context, { runId }) => runUpload(connection, context, runId),
  };
  return workJob(kind);
}

async function runUpload(
  connection: Pick<Connection, 'pool' | 'db'>,
  context: WorkContext,
  runId: RunId,
): Promise<WorkOutcome> {
  const { db, files } = context;
  const found = await findRun(db, runId);
  const upload = found && (await findUpload(db, found.run.uploadId));
  if (found === undefined || upload === undefined)
    return { result: {}, failure: 'the upload is not kept any more' };
  const asked = { ...found, upload };
  try {
    const brought = await withLocalFile(files, upload.fileKey, (path) =>
      bring(connection, context, asked, path),
    );
    if (!brought.ok) return { result: {}, failure: brought.refusal.message };
    const { report, issues } = brought.value;
    await keepReport(db, runId, report);
    if (!found.run.isDryRun) await dropFile(context, upload);
    return outcomeOf(upload.fileName, report, issues);
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    return { result: {}, failure: error.message };
  }
}

/** It names people, and is in. */
async function dropFile({ db, files }: WorkContext, { id, fileKey }: Upload): Promise<void> {
  await noteGone(db, [id]);
  await files.remove(fileKey);
}

async function bring(
  connection: Pick<Connection, 'pool' | 'db'>,
  context: WorkContext,
  asked: Asked,
  path: string,
): Promise<Result<Brought, Refusal<string>>> {
  const { run, options, upload } = asked;
  const { fileName, isDryRun } = run;
  const watch = watching(context, run.total ?? 0);
  const input = { ...options, path, fileName, isDryRun, now: context.now };
  try {
    const brought =
      run.kind === 'traffic'
        ? await visits(context.db, input)
        : await orders(connection, { ...input, onRows: watch.onRows, signal: watch.signal });
    if (brought.ok || brought.refusal.code !== 'already_imported' || isDryRun) return brought;
    return (await broughtBefore(context.db, asked, upload)) ?? brought;
  } catch (error) {
    if (watch.isStopped()) throw new WorkStopped();
    throw error;
  } finally {
    await watch.settled();
  }
}

async function orders(
  connection: Pick<Connection, 'pool' | 'db'>,
  input: Parameters<typeof importOrders>[1],
): Promise<Result<Brought, Refusal<string>>> {
  const imported = await importOrders(connection, input);
  if (!imported.ok) return imported;
  const { issues, refusedDocuments: refused, knownDocuments: known, summary, ...report } = imported.value;
  return ok({
    issues,
    report: { ...report, refused, known, ...shown(issues), orders: summary, breakdown: undefined },
  });
}

async function visits(
  db: Db,
  input: Parameters<typeof importTraffic>[1],
): Promise<Result<Brought, Refusal<string>>> {
  const imported = await importTraffic(db, input);
  if (!imported.ok) return imported;
  const { issues, importId, origin, breakdown, rows, errors, knownRows: known } = imported.value;
  const counts = { rows, errors, warnings: 0, refused: errors, known };
  return ok({
    issues,
    report: { importId, origin, ...counts, ...shown(issues), orders: undefined, breakdown },
  });
}

/** Killed after it was in and before that was noted, it is begun again: it is in. */
async function broughtBefore(
  db: Db,
  { run }: Asked,
  { digest }: Upload,
): Promise<Result<Brought, never> | undefined> {
  const id = await findTrafficOf(db, digest);
  const sold = await findImportOf(db, digest);
  const visited = (await listTrafficImports(db)).find((one) => one.id === id);
  const found = sold ?? visited;
  if (found === undefined || Temporal.Instant.compare(found.importedAt, run.createdAt) < 0) return undefined;
  const counts = {
    rows: sold?.summary.lines ?? visited?.rows ?? 0,
    errors: 0,
    warnings: 0,
    refused: 0,
    known: 0,
  };
  const report = { importId: found.id, origin: found.origin, ...counts, issues: [] };
  return ok({ report: { ...report, orders: sold?.summary, breakdown: visited?.breakdown }, issues: [] });
}

function shown(issues: readonly Issue[]): Pick<RunReport, 'issues'> {
  return { issues: issues.slice(0, SHOWN_ISSUES).map((issue) => ({ ...issue, column: issue.column ?? '' })) };
}

/** Says how many rows were read, and stops the reading when somebody cancelled. */
function watching({ report, signal }: WorkContext, total: number) {
  const stop = new AbortController();
  let underWay: Promise<void> | undefined;
  let failure: unknown;
  const onRows = (rows: number) => {
    underWay ??= report({ done: rows, total: Math.max(rows + 1, total) })
      .then((goesOn) => {
        if (!goesOn) stop.abort();
      })
      .catch((error: unknown) => {
        failure = error;
        stop.abort();
      })
      .finally(() => {
        underWay = undefined;
      });
  };
  return {
    onRows,
    signal: AbortSignal.any([signal, stop.signal]),
    isStopped: () => stop.signal.aborted && failure === undefined,
    settled: async () => {
      await underWay;
    },
  };
}

function outcomeOf(fileName: string, report: RunReport, issues: readonly Issue[]): WorkOutcome {
  const { rows, errors, warnings, orders: sold } = report;
  const counts = { rows, ...(sold ? { orders: sold.documents } : {}), errors, warnings };
  const result = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  if (issues.length === 0) return { result };
  const lines = issues.map(({ line, column = '', severity, code, message }) =>
    csvLine([String(line), column, severity, code, message].map((cell) => csvCell(cell))),
  );
  const text = [csvLine(['Line', 'Column', 'Severity', 'Code', 'Message']), ...lines].join('');
  const name = `${fileName.replace(/\.[^.]*$/, '')}-report.csv`;
  return { result, file: { name, mime: 'text/csv; charset=utf-8', content: Buffer.from(text) } };
}
