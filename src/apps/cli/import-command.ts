import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { parseId } from '../../kernel/index.ts';
import {
  cancelImport,
  countIssues,
  FORMATS,
  type ImportOptions,
  type ImportRun,
  type ImportRunId,
  importOptions,
  openPictures,
  readIssues,
  readRun,
  resumeImport,
  runImport,
  startImport,
} from '../../modules/exchange/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import { progressLine } from './progress-line.ts';

export type TransferDeps = {
  readonly connection: Connection;
  readonly files: FileStore;
  readonly out: NodeJS.WritableStream;
  readonly isTerminal: boolean;
  readonly signal: AbortSignal;
};

const USAGE = `institor import products FILE [--dry-run] [--format NAME] [--mapping FILE.json]
    [--currency EUR] [--location CODE] [--images FOLDER|ZIP] [--weight-unit kg|lb|g] [--length-unit cm|in|mm]
institor import products --resume ID [--images FOLDER|ZIP]
  --format is one of ${FORMATS.map((format) => format.name).join(', ')};
  it is recognised by the columns when left out.
  --images has the pictures and downloads that the file names without an address; a dry run takes none in.
  --weight-unit and --length-unit are for Magento and BigCommerce, whose files do not say theirs.
  --mapping names, for other files, the column of each of our fields: {"title": "Bezeichnung", "price": "VK"}.
`;

const ISSUES_SHOWN = 20;

/**
 * `institor import products FILE`: says what the file is, how far the import is, and what became of the
 * products.
 *
 * @returns 0 when the file was read to its end, even if products were left out; 1 when it was refused as a
 * whole or stopped; 2 for wrong arguments
 */
export async function importProductsCommand(deps: TransferDeps, args: string[]): Promise<number> {
  const say = (text: string): void => void deps.out.write(`${text}\n`);
  const wanted = await readWanted(args);
  if (typeof wanted === 'string') {
    say(`${wanted}\n\n${USAGE}`);
    return 2;
  }
  const { db } = deps.connection;
  const now = Temporal.Now.instant();
  const runId = wanted.resume === undefined ? await begin(deps, wanted, now) : wanted.resume;
  if (wanted.resume !== undefined && !(await resumeImport(db, runId, now))) {
    const run = await readRun(db, runId);
    say(run === undefined ? `There is no import ${runId}.` : `The import ${runId} is ${run.state} already.`);
    return 1;
  }
  const line = progressLine(deps);
  try {
    const isDryRun = (await readRun(db, runId))?.isDryRun ?? false;
    const pictures = await openPictures({ db, files: deps.files }, wanted.images, { isDryRun });
    const run = await runImport(
      { db, files: deps.files, pictures },
      {
        runId,
        now,
        signal: deps.signal,
        onProgress: line.show,
        onRecognised: (file) => {
          line.clear();
          const delimiter =
            file.delimiter === undefined ? 'XML' : `delimiter ${JSON.stringify(file.delimiter)}`;
          const size = `${file.columns} columns, ${file.rows} rows, ${file.products} products`;
          say(`${file.format}: ${file.encoding}, ${delimiter}, ${size}`);
        },
      },
    );
    line.clear();
    return await report(deps, run, say);
  } catch (error) {
    line.clear();
    if (error instanceof RangeError && !deps.signal.aborted) {
      say(`Not imported: ${error.message}.`);
      return 1;
    }
    if (!deps.signal.aborted) throw error;
    await cancelImport(db, runId, Temporal.Now.instant());
    say(`Stopped. What is in stays in; go on with: institor import products --resume ${runId}`);
    return 1;
  }
}

type Wanted = {
  readonly file: string;
  readonly options: ImportOptions;
  readonly isDryRun: boolean;
  readonly images: string | undefined;
  readonly resume: ImportRunId | undefined;
};

async function readWanted(args: string[]): Promise<Wanted | string> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        format: { type: 'string' },
        mapping: { type: 'string' },
        currency: { type: 'string' },
        location: { type: 'string' },
        'weight-unit': { type: 'string' },
        'length-unit': { type: 'string' },
        images: { type: 'string' },
        resume: { type: 'string' },
      },
    });
    const [file = '', ...more] = positionals;
    const resume = values.resume === undefined ? undefined : parseId<'import_run'>(values.resume);
    if (more.length > 0) return `One file at a time; what is "${more[0]}"?`;
    if (values.resume !== undefined && resume === undefined) return `"${values.resume}" is no import's id.`;
    if (file === '' && resume === undefined) return 'Which file?';
    if (resume === undefined && !(await stat(file)).isFile()) return `"${file}" is no file.`;
    const { format, mapping, currency, location, images } = values;
    const given = {
      format,
      currency,
      location,
      weightUnit: values['weight-unit'],
      lengthUnit: values['length-unit'],
      mapping: mapping === undefined ? undefined : JSON.parse(await readFile(mapping, 'utf8')),
    };
    const options = importOptions.safeParse(given);
    if (!options.success)
      return options.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n');
    return { file, options: options.data, isDryRun: values['dry-run'] ?? false, images, resume };
  } catch (error) {
    // Wrong flags, a file that is not there, a mapping that is no JSON: all are for the person at the
    // keyboard.
    if (error instanceof Error) return error.message;
    throw error;
  }
}

async function begin(deps: TransferDeps, wanted: Wanted, now: Temporal.Instant): Promise<ImportRunId> {
  return startImport(
    { db: deps.connection.db, files: deps.files },
    {
      fileName: basename(wanted.file),
      stream: createReadStream(wanted.file),
      options: wanted.options,
      isDryRun: wanted.isDryRun,
      now,
    },
  );
}

async function report(deps: TransferDeps, run: ImportRun, say: (text: string) => void): Promise<number> {
  const { db } = deps.connection;
  const issues = await readIssues(db, run.id, { limit: ISSUES_SHOWN });
  for (const { issue } of issues) {
    const where =
      issue.line === 0
        ? 'file'
        : `line ${issue.line}${issue.column === undefined ? '' : `, ${issue.column}`}`;
    say(`  ${issue.severity === 'error' ? 'error  ' : 'warning'} ${where}: ${issue.message} [${issue.code}]`);
  }
  const { errors, warnings } = await countIssues(db, run.id);
  if (errors + warnings > issues.length)
    say(`  … and ${errors + warnings - issues.length} more in import ${run.id}`);
  if (run.failure !== undefined) {
    say(`Nothing was imported. ${run.failure}`);
    return 1;
  }
  const { created, updated, unchanged, skipped } = run.counts;
  const would = run.isDryRun ? 'Would be: ' : '';
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${skipped} skipped`;
  say(`${would}${counts} (${errors} errors, ${warnings} warnings)`);
  if (run.state !== 'done')
    say(`The import is ${run.state}; go on with: institor import products --resume ${run.id}`);
  return run.state === 'done' ? 0 : 1;
}
