import { sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';
import type { HistoryLine } from './history-line.ts';
import { readPage } from './store/lines.ts';

const PAGE = 10_000;

/**
 * Lines in the order in which their imports committed, page by page, beginning after a line's id. What was read once stays as
 * it is until {@link readHistoryRevision} has another number: then all of it is to be read anew.
 *
 * @example
 * for await (const lines of readHistoryLines(db, { after: 0n })) …
 */
export async function* readHistoryLines(
  db: Db,
  { after = 0n, limit = PAGE }: { readonly after?: bigint; readonly limit?: number } = {},
): AsyncIterable<readonly HistoryLine[]> {
  let last = after;
  for (;;) {
    const page = await readPage(db, last, limit);
    if (page.length > 0) yield page;
    if (page.length < limit) return;
    last = page.at(-1)?.id ?? last;
  }
}

/** Grows when lines were taken out, classified anew, or forgot whose they were. */
export async function readHistoryRevision(db: Db): Promise<bigint> {
  const { rows } = await sql<{ number: bigint }>`select number from history.revision`.execute(db);
  return rows[0]?.number ?? 0n;
}
