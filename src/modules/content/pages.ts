import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { tell } from '../../platform/outbox/index.ts';
import { PAGE, type PageDraft } from './page.ts';
import { parsed } from './refusal.ts';
import { deletePage, writePage } from './store/pages.ts';

/** Makes or replaces the page with this handle. The same again writes and tells nothing. */
export async function savePage(
  tx: Tx,
  input: { readonly page: PageDraft; readonly now: Temporal.Instant },
): Promise<Result<undefined, Refusal<'field_invalid'>>> {
  const page = parsed(PAGE, input.page, '');
  if (!page.ok) return page;
  const isChanged = await writePage(tx, { id: newId<'page'>(), page: page.value, now: input.now });
  if (isChanged) await tell(tx, 'content.changed', { what: 'page', handle: page.value.handle });
  return ok(undefined);
}

export async function removePage(
  tx: Tx,
  input: { readonly handle: string },
): Promise<Result<undefined, Refusal<'page_unknown'>>> {
  if (!(await deletePage(tx, input.handle))) {
    return refuse('page_unknown', `no page has the handle "${input.handle}"`, 'handle');
  }
  await tell(tx, 'content.changed', { what: 'page', handle: input.handle });
  return ok(undefined);
}
