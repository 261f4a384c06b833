import type { Db } from '../../platform/database/index.ts';
import type { Entry, EntryId } from './entry.ts';
import { firstIdAt } from './entry-id.ts';
import { type EntryFilter, selectEntries } from './store.ts';

/** What is looked for; everything that is given must hold. */
export type EntriesAsked = Pick<EntryFilter, 'actor' | 'kind' | 'subjectId' | 'operation' | 'outcome'> & {
  /** Days and hours: from this moment on. */
  readonly from?: Temporal.Instant;
  /** Before this moment. */
  readonly to?: Temporal.Instant;
  /** Words, or their beginnings, of names, ids and of what stood and stands in the fields. */
  readonly text?: string;
};

export type EntriesPage = EntriesAsked & { readonly before?: EntryId; readonly limit: number };

/** Entries, the latest first. */
export async function readEntries(db: Db, { limit, ...asked }: EntriesPage): Promise<Entry[]> {
  const filter = filterOf(asked);
  return filter === undefined ? [] : selectEntries(db, filter, limit);
}

const BATCH = 1_000;

/** All of them, the latest first, read while they are taken. */
export async function* exportEntries(db: Db, asked: EntriesAsked): AsyncGenerator<Entry> {
  let before: EntryId | undefined;
  for (;;) {
    const page = await readEntries(db, { ...asked, limit: BATCH, ...(before ? { before } : {}) });
    yield* page;
    before = page.at(-1)?.id;
    if (page.length < BATCH || before === undefined) return;
  }
}

/** `undefined`: nothing can be what was asked for. */
function filterOf({ from, to, text, before, ...exact }: Omit<EntriesPage, 'limit'>): EntryFilter | undefined {
  const words = text === undefined ? undefined : queryOf(text);
  if (words === '') return undefined;
  const end = to && firstIdAt(to);
  const last = end === undefined || (before !== undefined && before < end) ? before : end;
  return {
    ...exact,
    ...(from === undefined ? {} : { from: firstIdAt(from) }),
    ...(last === undefined ? {} : { before: last }),
    ...(words === undefined ? {} : { words }),
  };
}

/** Every word by its beginning: `ada post` finds "Ada" and "Postal". */
function queryOf(text: string): string {
  const words = text.match(/[\p{L}\p{N}_@.-]+/gu) ?? [];
  return words
    .slice(0, MOST_WORDS)
    .map((word) => `'${word}':*`)
    .join(' & ');
}

const MOST_WORDS = 8;
