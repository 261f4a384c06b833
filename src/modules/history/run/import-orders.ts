import { type CurrencyCode, ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Connection, type Copy, type Tx, transactInBulk } from '../../../platform/database/index.ts';
import { BrokenFile, headerOf, type Issue } from '../../exchange/index.ts';
import { readShop } from '../../markets/index.ts';
import { classifier } from '../classes/class-of.ts';
import { readClassRules } from '../classes/save-rule.ts';
import { chooseFormat } from '../formats/choose.ts';
import type { Mapping } from '../formats/mapping.ts';
import type { OrderFormat } from '../formats/order-format.ts';
import type { Summary } from '../import.ts';
import { digestOf } from '../read/digest.ts';
import { type DateOrder, momentReader } from '../read/moment.ts';
import { openTable } from '../read/open-table.ts';
import type { Table } from '../read/table.ts';
import { linkRefunds } from '../refunds/link-refunds.ts';
import { expectManyRows, findImportOf, insertImport, keepSummary, lockHistory } from '../store/imports.ts';
import { dropDocuments, dropKnownDocuments, summarise } from '../store/lines.ts';
import { copyLines } from './copy-lines.ts';
import { type Course, readDocuments } from './read-documents.ts';

export type ImportInput = {
  readonly path: string;
  readonly fileName: string;
  /** Of a file that no format knows. */
  readonly mapping?: Mapping | undefined;
  /** For amounts without one of their own, and for moments without an offset; else the shop's. */
  readonly currency?: CurrencyCode | undefined;
  readonly zone?: string | undefined;
  readonly dates?: DateOrder | undefined;
  /** Whose numbers the documents have; else the format's name. */
  readonly origin?: string | undefined;
  /** Does it all and takes it back, so that what it says is what the import does. */
  readonly isDryRun: boolean;
  readonly now: Temporal.Instant;
  readonly signal?: AbortSignal | undefined;
  readonly onRecognised?: (about: string) => void;
  readonly onRows?: (rows: number) => void;
};

export type ImportReport = {
  /** `undefined` of a dry run. */
  readonly importId: number | undefined;
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  /** The first ten thousand. */
  readonly issues: readonly Issue[];
  /** Left out because of an error in one of their lines. */
  readonly refusedDocuments: number;
  /** Left out because an earlier import of the same origin has them. */
  readonly knownDocuments: number;
  readonly origin: string;
  readonly summary: Summary;
};

export type ImportRefusal = Refusal<'already_imported' | 'nothing_new' | 'nothing_to_import' | 'unreadable'>;

/**
 * Imports a file of orders in one transaction: all of it is there afterwards, or none, also when the process is killed. The
 * same file again is refused, and documents that an earlier import of the origin has are left out.
 */
export async function importOrders(
  connection: Pick<Connection, 'pool'>,
  input: ImportInput,
): Promise<Result<ImportReport, ImportRefusal>> {
  const digest = await digestOf(input.path);
  let dryRun: ImportReport | undefined;
  try {
    return await transactInBulk(connection, async (tx, copy) => {
      await lockHistory(tx);
      const before = await findImportOf(tx, digest);
      if (before !== undefined) {
        const when = before.importedAt.toZonedDateTimeISO('UTC').toPlainDate();
        throw new Refused(refuse('already_imported', `this file is import ${before.id}, of ${when}`).refusal);
      }
      const report = await importTable({ tx, copy }, input, digest);
      if (!input.isDryRun) return ok(report);
      dryRun = { ...report, importId: undefined };
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof TakenBack && dryRun !== undefined) return ok(dryRun);
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    if (!(error instanceof BrokenFile)) throw error;
    return refuse('unreadable', error.line > 0 ? `line ${error.line}: ${error.message}` : error.message);
  }
}

class TakenBack extends Error {}

class Refused extends Error {
  readonly refusal: ImportRefusal;

  constructor(refusal: ImportRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

type Deps = { readonly tx: Tx; readonly copy: Copy };

async function importTable(deps: Deps, input: ImportInput, digest: string): Promise<ImportReport> {
  const table = await openTable(input.path);
  try {
    const format = chooseFormat(headerOf(table.names), input.mapping);
    input.onRecognised?.(`${format.title}: ${table.about}, ${table.names.length} columns`);
    return await importRows(deps, { input, digest, table, format });
  } finally {
    await table.close();
  }
}

async function importRows(
  { tx, copy }: Deps,
  { input, digest, table, format }: { input: ImportInput; digest: string; table: Table; format: OrderFormat },
): Promise<ImportReport> {
  const shop = await readShop(tx);
  const zone = input.zone ?? shop.timeZone;
  const origin = input.origin ?? format.name;
  const importId = await insertImport(tx, {
    ...{ fileName: input.fileName, digest, format: format.name, origin, zone, importedAt: input.now },
    mapping: input.mapping ?? {},
  });
  const context = {
    currency: input.currency ?? shop.defaultCurrency,
    markOf: table.markOf,
    momentOf: momentReader(zone, input.dates),
    classOf: classifier(await readClassRules(tx)),
  };
  const course: Course = { rows: 0, errors: 0, warnings: 0, refused: new Set(), issues: [] };
  const onRows = input.onRows ?? (() => undefined);
  const lines = readDocuments({ table, format, context, course, signal: input.signal, onRows });
  await copyLines(copy, importId, lines);
  await expectManyRows(tx);
  await dropDocuments(tx, importId, [...course.refused]);
  const knownDocuments = await dropKnownDocuments(tx, importId, origin);
  await linkRefunds(tx, importId);
  const summary = await summarise(tx, importId);
  const { rows, errors, warnings, issues, refused } = course;
  if (summary.lines === 0) throw new Refused(nothingIn(course, knownDocuments, origin));
  await keepSummary(tx, importId, summary);
  const counts = { rows, errors, warnings, issues, refusedDocuments: refused.size, knownDocuments };
  return { importId, ...counts, origin, summary };
}

function nothingIn({ rows, errors, issues }: Course, known: number, origin: string): ImportRefusal {
  if (known > 0) {
    const why = `all ${known} documents that can be read are in earlier imports of "${origin}"`;
    return refuse('nothing_new', why).refusal;
  }
  const [first] = issues;
  const example = first === undefined ? '' : `; line ${first.line}: ${first.message}`;
  return refuse('nothing_to_import', `of ${rows} rows none is a sale, ${errors} cannot be read${example}`)
    .refusal;
}
