import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import { queryInteger } from './fields.ts';

export const MOST_PER_PAGE = 100;

/** The query of a list: where to go on, and how many. */
export const pageQuery = {
  cursor: z.string().max(500).optional(),
  limit: queryInteger(1, MOST_PER_PAGE).default(24),
};

/** An answer that lists: `nextCursor` is there while more may follow. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() });
}

/**
 * Where a list goes on: the keys of the last item, so that what is inserted meanwhile moves nothing. It names the list
 * it belongs to and carries no right of its own: whoever writes one by hand sees what they might see anyway.
 */
export function writeCursor(list: string, position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...position]), 'utf8').toString('base64url');
}

/** The position in a cursor of this list, parsed by `schema`; the start when there is none. */
export function readCursor<Position extends readonly unknown[]>(
  list: string,
  schema: z.ZodType<Position>,
  cursor: string | undefined,
): Result<Position | undefined, Refusal<'invalid_cursor'>> {
  if (cursor === undefined) return ok(undefined);
  const parsed = z.tuple([z.literal(list)], z.unknown()).safeParse(decoded(cursor));
  const position = parsed.success ? schema.safeParse(parsed.data.slice(1)) : parsed;
  return position.success && parsed.success
    ? ok(position.data as Position)
    : refuse(
        'invalid_cursor',
        'a cursor is the `nextCursor` of an earlier answer to the same question',
        'cursor',
      );
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
