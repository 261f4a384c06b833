import { ok, parseId, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { Customer } from './customer.ts';
import { selectCustomers } from './store/customers.ts';

const MOST = 100;

export type CustomerPage = {
  readonly customers: readonly Customer[];
  readonly nextCursor: string | undefined;
};

/**
 * Customers, newest first, a page at a time.
 *
 * @param input.cursor of the page before
 * @param input.words the beginning of an e-mail address or a name
 */
export async function listCustomers(
  db: Db,
  input: { readonly cursor?: string; readonly limit?: number; readonly words?: string },
): Promise<Result<CustomerPage, Refusal<'invalid_cursor'>>> {
  const { cursor, limit = 50, words = '' } = input;
  const before = cursor === undefined ? undefined : parseId<'customer'>(cursor);
  if (cursor !== undefined && before === undefined) {
    return refuse('invalid_cursor', 'a cursor is what the page before gave', 'cursor');
  }
  const size = Math.min(Math.max(Math.trunc(limit), 1), MOST);
  const found = await selectCustomers(db, { limit: size + 1, before, words: words.trim().slice(0, 254) });
  const customers = found.slice(0, size);
  return ok({ customers, nextCursor: found.length > size ? customers.at(-1)?.id : undefined });
}
