import type { Readable } from 'node:stream';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { detectFormat } from '../formats/all.ts';
import { google } from '../formats/google.ts';
import { MAPPING_FIELDS, suggestMapping } from '../formats/mapping.ts';
import { headerOf } from '../header.ts';
import { BrokenFile } from '../issue.ts';
import { openFile } from '../read/open.ts';
import type { ImportRunId } from './import-run.ts';
import { type ImportDeps, startImport } from './start-import.ts';

export type Upload = {
  readonly id: ImportRunId;
  readonly fileName: string;
  /** For people; `undefined` when no format recognises its columns. */
  readonly format: string | undefined;
  readonly columns: readonly string[];
  /** The first ones, as far as a row can be read. */
  readonly rows: readonly (readonly string[])[];
  readonly mapping: Readonly<Record<string, string>>;
  readonly fields: readonly string[];
};

const SHOWN_ROWS = 8;
const LONGEST_CELL = 200;

/** Keeps a file that somebody means to import and looks at its beginning: what it is, and what its columns could be. */
export async function inspectUpload(
  deps: ImportDeps,
  input: { readonly fileName: string; readonly stream: Readable; readonly now: Temporal.Instant },
): Promise<Result<Upload, Refusal<'unreadable'>>> {
  const id = await startImport(deps, { ...input, options: {}, isDryRun: true, isUpload: true });
  const stored = await deps.files.get(`imports/${id}`);
  if (stored === undefined) throw new TypeError('a file was kept and is not there');
  try {
    const file = await openFile(stored.stream);
    const rows: string[][] = [];
    for await (const batch of file.rows) {
      rows.push(...batch.map(({ cells }) => cells.map((cell) => cell.slice(0, LONGEST_CELL))));
      if (rows.length >= SHOWN_ROWS) break;
    }
    const header = headerOf(file.names);
    const format = file.kind === 'xml' ? google : detectFormat(header);
    const found = { format: format?.title, columns: [...file.names], rows: rows.slice(0, SHOWN_ROWS) };
    return ok({
      id,
      fileName: input.fileName,
      ...found,
      mapping: suggestMapping(header),
      fields: MAPPING_FIELDS,
    });
  } catch (error) {
    if (error instanceof BrokenFile) return refuse('unreadable', error.message);
    throw error;
  } finally {
    stored.stream.destroy();
  }
}
