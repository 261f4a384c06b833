import { ok, parseId, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { Mail, MailId, MailRow } from './mail.ts';
import { withPictures } from './queue-letter.ts';
import { type MailFilter, selectMail, selectRows } from './store/mails.ts';
import { selectPictures } from './store/pictures.ts';

const MOST = 100;

export type MailboxPage = { readonly mails: readonly MailRow[]; readonly nextCursor: string | undefined };

/**
 * What the shop has written, the latest first, a page at a time.
 *
 * @param input.cursor of the page before
 * @param input.limit at most 100; 50 unless given
 */
export async function readMailbox(
  db: Db,
  input: MailFilter & { readonly cursor?: string; readonly limit?: number } = {},
): Promise<Result<MailboxPage, Refusal<'invalid_cursor'>>> {
  const { cursor, limit = 50, ...filter } = input;
  const before = cursor === undefined ? undefined : parseId<'mail'>(cursor);
  if (cursor !== undefined && before === undefined) {
    return refuse('invalid_cursor', 'a cursor is what the page before gave', 'cursor');
  }
  const size = Math.min(Math.max(Math.trunc(limit), 1), MOST);
  const found = await selectRows(db, {
    ...filter,
    limit: size + 1,
    ...(before === undefined ? {} : { before }),
  });
  const mails = found.slice(0, size);
  return ok({ mails, nextCursor: found.length > size ? mails.at(-1)?.id : undefined });
}

/** One mail with what it says and shows; `undefined` when there is none. */
export async function readMail(db: Db, id: MailId): Promise<Mail | undefined> {
  const mail = await selectMail(db, id);
  return mail && { ...mail, html: withPictures(mail.html, await selectPictures(db, id)) };
}
