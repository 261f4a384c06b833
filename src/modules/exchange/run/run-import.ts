import type { Db } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import type { Format, ReadContext } from '../format.ts';
import { detectFormat, formatNamed } from '../formats/all.ts';
import { google } from '../formats/google.ts';
import { mappedFormat } from '../formats/mapped.ts';
import { mappingProblem, suggestMapping } from '../formats/mapping.ts';
import type { Header } from '../header.ts';
import { BrokenFile, type Issue } from '../issue.ts';
import { type OpenFile, openFile } from '../read/open.ts';
import { type Survey, survey } from '../read/survey.ts';
import type { ImportOptions, ImportRun, ImportRunId, Recognised, RunInput } from './import-run.ts';
import { importSurvey } from './import-survey.ts';
import type { Pictures } from './pictures.ts';
import { progressMeter } from './progress.ts';
import { readSetting, type Setting } from './setting.ts';
import { keepSurvey, moveRun, readRun } from './store.ts';

/**
 * Imports a file in two passes. The first reads it to the end, keeps its rows in a temporary file and finds
 * what is broken, so that a broken file changes nothing; the second saves products in batches, each in one
 * transaction that also moves the run's cursor, so that a killed import goes on where it was, with nothing
 * doubled or lost. A dry run does the same and rolls every batch back: what it says is what the import does.
 *
 * @returns the run as it is afterwards; its `failure` says why a file was refused
 */
export async function runImport(
  deps: { readonly db: Db; readonly files: FileStore; readonly pictures: Pictures },
  input: RunInput,
): Promise<ImportRun> {
  const { db } = deps;
  const { runId, now } = input;
  if (!(await moveRun(db, runId, ['waiting', 'running'], { state: 'running', now })))
    return existing(db, runId);
  const run = await existing(db, runId);
  try {
    const setting = await readSetting(db, run.options);
    const found = await surveyRun(deps.files, run, input);
    try {
      await db.transaction().execute((tx) =>
        keepSurvey(tx, runId, {
          format: found.format.name,
          products: found.groups.count(),
          badRows: found.issues,
          remarks: unitRemarks(found, run.options),
        }),
      );
      const isDone = await importSurvey(deps, {
        run,
        survey: found,
        setting,
        context: contextOf(found, run, setting, now),
        input,
      });
      if (isDone) await moveRun(db, runId, ['running'], { state: 'done', now: Temporal.Now.instant() });
    } finally {
      await found.spool.remove();
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    const failure = error.line > 0 ? `Line ${error.line}: ${error.message}` : error.message;
    await moveRun(db, runId, ['running'], { state: 'failed', now: Temporal.Now.instant(), failure });
  }
  return existing(db, runId);
}

async function existing(db: Db, id: ImportRunId): Promise<ImportRun> {
  const run = await readRun(db, id);
  if (run === undefined) throw new RangeError(`there is no import ${id}`);
  return run;
}

async function surveyRun(files: FileStore, run: ImportRun, input: RunInput): Promise<Survey> {
  const stored = await files.get(run.fileKey);
  if (stored === undefined)
    throw new BrokenFile('file_gone', 'The file is not kept any more; upload it again.');
  const meter = progressMeter(Number(run.bytesTotal), input.onProgress ?? (() => undefined));
  try {
    const file = await openFile(stored.stream, meter.reading);
    const found = await survey(file, (header) => formatFor(file, header, run.options), input.signal);
    input.onRecognised?.(recognised(file, found));
    return found;
  } finally {
    stored.stream.destroy();
  }
}

function recognised(file: OpenFile, found: Survey): Recognised {
  return {
    format: found.format.title,
    encoding: file.encoding,
    delimiter: file.delimiter,
    columns: file.names.length,
    rows: found.spool.count,
    products: found.groups.count(),
  };
}

function formatFor(file: OpenFile, header: Header, options: ImportOptions): Format {
  if (file.kind === 'xml') return google;
  if (options.mapping !== undefined) {
    const problem = mappingProblem(options.mapping, header);
    if (problem !== undefined) throw new BrokenFile('bad_mapping', problem);
    return mappedFormat(options.mapping);
  }
  const format = options.format === undefined ? detectFormat(header) : formatNamed(options.format);
  if (format !== undefined) return format;
  const suggestion = JSON.stringify(suggestMapping(header));
  const start = suggestion === '{}' ? '{"title": "…", "price": "…"}' : suggestion;
  const names = header.names.slice(0, 20).join(', ');
  const message = `The columns (${names}) are those of no known format. Give a mapping, such as ${start}`;
  throw new BrokenFile('unknown_format', message, 1);
}

// Kilograms read as pounds would be found out by the first parcel: better said at once.
function unitRemarks({ format, header }: Survey, options: ImportOptions): Issue[] {
  const taken = {
    weight: { isChosen: options.weightUnit !== undefined, text: 'weights are', unit: 'pounds' },
    length: { isChosen: options.lengthUnit !== undefined, text: 'lengths are', unit: 'inches' },
  };
  return (format.unitless?.(header) ?? []).flatMap((measure): Issue[] => {
    const { isChosen, text, unit } = taken[measure];
    const message = `The file does not say in which unit its ${text}; they are taken as ${unit}.`;
    return isChosen
      ? []
      : [{ line: 0, column: undefined, severity: 'warning', code: 'unit_assumed', message }];
  });
}

function contextOf(found: Survey, run: ImportRun, setting: Setting, now: Temporal.Instant): ReadContext {
  return {
    currency: setting.currency,
    now,
    markOf: found.markOf,
    currencyOfMarket: setting.currencyOfMarket,
    locales: setting.locales,
    mapping: run.options.mapping ?? {},
    weightUnit: run.options.weightUnit ?? 'lb',
    lengthUnit: run.options.lengthUnit ?? 'in',
  };
}
