import { z } from 'zod';
import { type Id, ok, parseId, type Refusal, type Result } from '../../kernel/index.ts';
import { readCursor, writeCursor } from '../../platform/api/index.ts';

export type PageAsked = { readonly cursor?: string | undefined; readonly limit: number };

type Paged<Item> = Result<
  { readonly items: readonly Item[]; readonly nextCursor: string | undefined },
  Refusal<'invalid_cursor'>
>;

const BY_ID = z.tuple([z.string().max(36)]);
const BY_KEY = z.tuple([z.union([z.string().max(200), z.int()])]);

/**
 * A page of rows that a module lists by id, and where the next one goes on. `read` is asked for one row more than is
 * shown, which says whether there are others.
 */
export async function pageById<Name extends string, Row extends { readonly id: Id<Name> }, Item>(
  list: Name,
  { cursor, limit }: PageAsked,
  read: (page: { readonly limit: number; readonly before?: Id<Name> }) => Promise<readonly Row[]>,
  itemOf: (row: Row) => Item,
): Promise<Paged<Item>> {
  const position = readCursor(list, BY_ID, cursor);
  if (!position.ok) return position;
  const before = parseId<Name>(position.value?.[0] ?? '');
  const rows = await read({ limit: limit + 1, ...(before ? { before } : {}) });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return ok({ items: shown.map(itemOf), nextCursor: last && writeCursor(list, [last.id]) });
}

/**
 * A page of what is all at hand, because there is never much of it: in the order of its key, which is unique, or the
 * other way round.
 */
export function pageOfAll<Row, Item>(
  list: string,
  { cursor, limit }: PageAsked,
  rows: readonly Row[],
  by: {
    readonly keyOf: (row: Row) => string | number;
    readonly itemOf: (row: Row) => Item;
    readonly isDescending?: boolean;
  },
): Paged<Item> {
  const { keyOf, itemOf, isDescending = false } = by;
  const order = isDescending ? -1 : 1;
  const position = readCursor(list, BY_KEY, cursor);
  if (!position.ok) return position;
  const after = position.value?.[0];
  const left = rows
    .filter((row) => after === undefined || order * compare(keyOf(row), after) > 0)
    .toSorted((a, b) => order * compare(keyOf(a), keyOf(b)));
  const shown = left.slice(0, limit);
  const last = left.length > limit ? shown.at(-1) : undefined;
  return ok({ items: shown.map(itemOf), nextCursor: last && writeCursor(list, [keyOf(last)]) });
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}
