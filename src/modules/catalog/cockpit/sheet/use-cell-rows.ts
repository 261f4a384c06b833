import { useEffect, useState } from 'react';
import { type Asking, callApi } from '../../../../platform/cockpit/api/index.ts';
import type { CellRow } from './columns.ts';

/** As many rows as a sheet holds; whoever wants others narrows the list. */
const MOST_ROWS = 5_000;

type Query = NonNullable<Asking<'listProductCells'>['query']>;

/** Reads all rows of a sheet, page after page. They stay as they are until they are read again. */
export function useCellRows(filter: object) {
  const [rows, setRows] = useState<readonly CellRow[]>([]);
  const [isDone, setDone] = useState(false);
  const [version, setVersion] = useState(0);
  const asked = JSON.stringify(filter);
  useEffect(() => {
    const stop = new AbortController();
    setDone(false);
    readAll(JSON.parse(asked) as Query, stop.signal, setRows).then(
      () => setDone(true),
      (error: unknown) => {
        if (!stop.signal.aborted) throw error;
      },
    );
    return () => stop.abort();
  }, [asked, version]);
  return { rows, isDone, version: `${version} ${asked}`, again: () => setVersion((before) => before + 1) };
}

async function readAll(
  query: Query,
  signal: AbortSignal,
  told: (rows: readonly CellRow[]) => void,
): Promise<void> {
  const rows: CellRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await callApi('listProductCells', { query: { ...query, limit: '100', cursor } }, { signal });
    rows.push(...page.items);
    told([...rows]);
    cursor = page.nextCursor;
  } while (cursor !== undefined && rows.length < MOST_ROWS);
}
