import { Readable } from 'node:stream';
import { csvLine } from '../csv/index.ts';
import { type WorkContext, type WorkKind, WorkStopped } from './work.ts';

/** A whole list as a file of CSV: what it has in columns, and its rows in batches. */
export type SheetKind<Payload> = Pick<WorkKind<Payload>, 'name' | 'parse'> & {
  fileName(payload: Payload, now: Temporal.Instant): string;
  /** Lines of cells, as `csvCell` makes them, the names of the columns first: batch after batch. */
  batches(context: WorkContext, payload: Payload): AsyncIterable<readonly (readonly string[])[]>;
};

// Spreadsheets take a file without this mark for one of their own country's encoding.
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The work that writes a sheet (RFC 4180, UTF-8): read while it is written, so that memory holds one batch of a million
 * rows. Stopped, it leaves nothing.
 */
export function sheetWork<Payload>(kind: SheetKind<Payload>): WorkKind<Payload> {
  const { name, parse } = kind;
  return {
    name,
    parse,
    run: async (context, payload) => {
      let rows = 0;
      const content = async function* (): AsyncGenerator<string> {
        // The names of the columns are no row.
        let lines = -1;
        for await (const batch of kind.batches(context, payload)) {
          lines += batch.length;
          rows = Math.max(0, lines);
          // How many there will be is not known without reading them.
          if (!(await context.report({ done: rows, total: 0 }))) {
            throw new WorkStopped();
          }
          const text = batch.map(csvLine).join('');
          yield lines === batch.length - 1 ? `${BYTE_ORDER_MARK}${text}` : text;
        }
      };
      const file = {
        ...{ name: kind.fileName(payload, context.now), mime: 'text/csv; charset=utf-8' },
        content: Readable.from(content()),
      };
      return { result: () => ({ rows }), file };
    },
  };
}
