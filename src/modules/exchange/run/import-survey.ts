import type { Db, Tx } from '../../../platform/database/index.ts';
import type { ReadContext } from '../format.ts';
import type { Issue } from '../issue.ts';
import type { Survey } from '../read/survey.ts';
import type { ProductRecord } from '../record.ts';
import { type Batch, inBatches } from './batches.ts';
import type { ImportRun, RunInput } from './import-run.ts';
import { insertIssues } from './issues.ts';
import type { Pictures } from './pictures.ts';
import { progressMeter } from './progress.ts';
import { readRecords } from './records.ts';
import { nothingSeen, resolveHandles, type SeenInFile } from './resolve-handles.ts';
import { type BatchResult, type LinkedProduct, saveBatch } from './save-batch.ts';
import { saveLinks } from './save-links.ts';
import type { Setting } from './setting.ts';
import { cancelImport } from './start-import.ts';
import { advance } from './store.ts';

const LINKS_PER_TRANSACTION = 250;

type Work = {
  readonly run: ImportRun;
  readonly survey: Survey;
  readonly setting: Setting;
  readonly context: ReadContext;
  readonly input: RunInput;
};
type Deps = { readonly db: Db; readonly pictures: Pictures };

/**
 * Saves the surveyed file's products from the run's cursor on, then their links. False when it was cancelled.
 */
export async function importSurvey(deps: Deps, work: Work): Promise<boolean> {
  const { run, survey, input } = work;
  const total = survey.groups.count();
  const meter = progressMeter(Number(run.bytesTotal), input.onProgress ?? (() => undefined));
  const begun = Number(run.cursor);
  const seen = nothingSeen();
  const batchOf = batchSaver(deps, work, seen);
  const linked: LinkedProduct[] = [];
  meter.importing('importing', begun, total, begun);
  for await (const batch of inBatches(readRecords(survey, work.context), begun)) {
    input.signal?.throwIfAborted();
    if ((await input.goesOn?.({ done: batch.from, total })) === false) {
      await cancelImport(deps.db, run.id, input.now);
      return false;
    }
    const saved = await batchOf(batch);
    if (saved === undefined) return false;
    linked.push(...saved);
    if (batch.to > begun) meter.importing('importing', batch.to, total, begun);
  }
  await input.goesOn?.({ done: total, total });
  if (run.isDryRun) return true;
  for (let start = 0; start < linked.length; start += LINKS_PER_TRANSACTION) {
    input.signal?.throwIfAborted();
    const part = linked.slice(start, start + LINKS_PER_TRANSACTION);
    await deps.db
      .transaction()
      .execute(async (tx) => insertIssues(tx, run.id, await saveLinks(tx, part, seen.codes)));
    meter.importing('linking', start + part.length, linked.length, 0);
  }
  return true;
}

// Saves one batch and gives its products with links, or undefined when the run was cancelled meanwhile.
function batchSaver(
  deps: Deps,
  work: Work,
  seen: SeenInFile,
): (batch: Batch) => Promise<readonly LinkedProduct[] | undefined> {
  const { run, input, setting } = work;
  const definitions = work.survey.format.definitions?.(work.survey.header) ?? [];
  return async (batch) => {
    const records = batch.groups.flatMap((group) => group.records);
    const refused = batch.groups.flatMap((group) => group.refused);
    const refusedGroups = batch.groups.filter((group) => group.refused.length > 0).length;
    if (batch.to <= Number(run.cursor)) return passOver(deps, records);
    const save = (tx: Tx, kept: Setting) =>
      saveBatch(tx, {
        records,
        now: input.now,
        setting: kept,
        seen,
        pictures: deps.pictures,
        definitions,
        reference: run.id,
      });
    const finish = async (tx: Tx, result: BatchResult): Promise<boolean> => {
      const counts = { ...result.counts, skipped: result.counts.skipped + refusedGroups };
      await insertIssues(tx, run.id, [...refused, ...result.issues]);
      return advance(tx, run.id, { from: batch.from, to: batch.to, counts });
    };
    return run.isDryRun
      ? tryBatch(deps.db, setting, save, finish)
      : commitBatch(deps.db, setting, save, finish);
  };

  // Committed before: only what the file says twice must still be known, and links are set again at the end.
  async function passOver(there: Deps, records: readonly ProductRecord[]): Promise<readonly LinkedProduct[]> {
    const sound = records.filter((record) => record.handle !== '' && !record.issues.some(isError));
    await resolveHandles(there.db, { records: sound, seen });
    const again = sound.filter(
      (record) => record.links.length > 0 || record.variants.some((one) => one.components?.length),
    );
    if (again.length === 0 || run.isDryRun) return [];
    const result = await there.db.transaction().execute((tx) =>
      saveBatch(tx, {
        records: again,
        now: input.now,
        setting,
        seen: nothingSeen(),
        pictures: there.pictures,
        definitions,
        reference: run.id,
      }),
    );
    return result.linked;
  }
}

type Save = (tx: Tx, setting: Setting) => Promise<BatchResult>;
type Finish = (tx: Tx, result: BatchResult) => Promise<boolean>;

async function commitBatch(
  db: Db,
  setting: Setting,
  save: Save,
  finish: Finish,
): Promise<readonly LinkedProduct[] | undefined> {
  const tx = await db.startTransaction().execute();
  try {
    const result = await save(tx, setting);
    if (await finish(tx, result)) {
      await tx.commit().execute();
      return result.linked;
    }
    await tx.rollback().execute();
    return undefined;
  } catch (error) {
    if (!tx.isCommitted && !tx.isRolledBack) await tx.rollback().execute();
    throw error;
  }
}

// The same work, rolled back; only the counts and the report are kept.
async function tryBatch(
  db: Db,
  setting: Setting,
  save: Save,
  finish: Finish,
): Promise<readonly LinkedProduct[] | undefined> {
  const tx = await db.startTransaction().execute();
  let result: BatchResult;
  try {
    result = await save(tx, { ...setting, locations: new Map(setting.locations) });
  } finally {
    await tx.rollback().execute();
  }
  const isRunning = await db.transaction().execute((own) => finish(own, result));
  return isRunning ? [] : undefined;
}

function isError(issue: Issue): boolean {
  return issue.severity === 'error';
}
