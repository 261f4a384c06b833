import { BrokenFile, headerOf, type Issue, isBadRow, type Row } from '../../exchange/index.ts';
import type { FormatContext, OrderFormat } from '../formats/order-format.ts';
import type { LineDraft } from '../history-line.ts';
import type { Table } from '../read/table.ts';

/** So many wrong rows, and so many issues are kept for the report. */
const MOST = 10_000;

/** What has been read of a table so far; grows as its lines are taken. */
export type Course = {
  rows: number;
  errors: number;
  warnings: number;
  /** Documents with an error in them: none of their lines may stay. */
  readonly refused: Set<string>;
  /** The first ones. */
  readonly issues: Issue[];
};

export type ReadInput = {
  readonly table: Table;
  readonly format: OrderFormat;
  readonly context: FormatContext;
  readonly course: Course;
  readonly signal: AbortSignal | undefined;
  readonly onRows: (rows: number) => void;
};

/**
 * The lines of a table, in its order. Lines of a document may have been given already when another of its rows turns out to
 * be wrong: whoever takes them takes out again what `course.refused` names at the end.
 *
 * @throws BrokenFile when so many rows are wrong that this is another file, or another mapping
 */
export async function* readDocuments(input: ReadInput): AsyncIterable<readonly LineDraft[]> {
  const { table, format, context, course } = input;
  const header = headerOf(table.names);
  const documentOf = format.documentOf(header);
  const read = format.read(header, context);
  const keep = (rows: readonly Row[], document: string): readonly LineDraft[] => {
    const { lines, issues } = read(rows);
    if (issues.length > 0) note(course, issues, document);
    return lines;
  };
  let open: Row[] = [];
  let document = '';
  for await (const batch of table.batches) {
    input.signal?.throwIfAborted();
    const lines: LineDraft[] = [];
    for (const row of batch) {
      course.rows += 1;
      const named = documentOf(row);
      if (isBadRow(row)) {
        const { line, code, message } = row;
        note(course, [{ line, column: undefined, severity: 'error', code, message }], named || document);
      } else if (format.isRowByRow) {
        lines.push(...keep([row], named));
      } else {
        if (named !== '' && named !== document) {
          if (open.length > 0) lines.push(...keep(open, document));
          open = [];
          document = named;
        }
        open.push(row);
      }
    }
    input.onRows(course.rows);
    if (lines.length > 0) yield lines;
  }
  if (open.length > 0) yield keep(open, document);
}

function note(course: Course, found: readonly Issue[], document: string): void {
  const errors = found.filter(({ severity }) => severity === 'error');
  course.errors += errors.length;
  course.warnings += found.length - errors.length;
  course.issues.push(...found.slice(0, Math.max(0, MOST - course.issues.length)));
  if (errors.length > 0 && document !== '') course.refused.add(document);
  if (course.errors <= MOST) return;
  const first = course.issues.find(({ severity }) => severity === 'error');
  const place = first?.column === undefined ? '' : `, ${first.column}`;
  const example = first === undefined ? '' : ` The first is line ${first.line}${place}: ${first.message}`;
  const message = `More than ${MOST} rows cannot be read: this is not the file or the mapping it seems to be.`;
  throw new BrokenFile('too_many_bad_rows', message + example);
}
