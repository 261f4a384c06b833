import { type Locale, ok, type Refusal, type Result } from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { tell } from '../../platform/outbox/index.ts';
import { localised, wordsIn } from './local-text.ts';
import { MENU_ITEMS, type MenuItem, type MenuItemDraft } from './menu.ts';
import { HANDLE, parsed } from './refusal.ts';
import {
  type KeptNotice,
  type KeptSection,
  NOTICE,
  type Notice,
  type NoticeDraft,
  SECTIONS,
  type Section,
  type SectionDraft,
} from './section.ts';
import { readMenuItems, readSectionSet, writeMenu, writeSectionSet } from './store/arrangement.ts';

type FieldRefusal = Refusal<'field_invalid'>;
const NOTICE_SET = 'notice';

/** Replaces the menu with this handle (`main`, `footer`). The same again writes and tells nothing. */
export async function saveMenu(
  tx: Tx,
  input: {
    readonly handle: string;
    readonly items: readonly MenuItemDraft[];
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, FieldRefusal>> {
  const handle = parsed(HANDLE, input.handle, 'handle');
  if (!handle.ok) return handle;
  const items = parsed(MENU_ITEMS, input.items, 'items');
  if (!items.ok) return items;
  const isChanged = await writeMenu(tx, { ...input, items: items.value });
  if (isChanged) await tell(tx, 'content.changed', { what: 'menu', handle: input.handle });
  return ok(undefined);
}

/** The menu in one language; a menu that nobody made is empty. */
export async function readMenu(db: Db, handle: string, locale: Locale): Promise<readonly MenuItem[]> {
  return localised(await readMenuItems(db, handle), locale);
}

/** Replaces what stands on a page made of sections (`home`), in this order. */
export async function saveSections(
  tx: Tx,
  input: {
    readonly handle: string;
    readonly sections: readonly SectionDraft[];
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, FieldRefusal>> {
  const handle = parsed(
    HANDLE.refine((text) => text !== NOTICE_SET, 'is taken'),
    input.handle,
    'handle',
  );
  if (!handle.ok) return handle;
  const sections = parsed(SECTIONS, input.sections, 'sections');
  if (!sections.ok) return sections;
  await keep(tx, { ...input, sections: sections.value });
  return ok(undefined);
}

export async function readSections(db: Db, handle: string, locale: Locale): Promise<readonly Section[]> {
  return localised(await readSectionSet<KeptSection>(db, handle), locale);
}

/** Replaces the bar above every page; `undefined` takes it away. */
export async function saveNotice(
  tx: Tx,
  input: { readonly notice: NoticeDraft | undefined; readonly now: Temporal.Instant },
): Promise<Result<undefined, FieldRefusal>> {
  const notice = parsed(NOTICE.optional(), input.notice, 'notice');
  if (!notice.ok) return notice;
  const sections = notice.value === undefined ? [] : [notice.value];
  await keep(tx, { handle: NOTICE_SET, sections, now: input.now });
  return ok(undefined);
}

/** The bar above every page, when there is one now. */
export async function readNotice(db: Db, locale: Locale, now: Temporal.Instant): Promise<Notice | undefined> {
  const [notice] = await readSectionSet<KeptNotice>(db, NOTICE_SET);
  if (notice === undefined) return undefined;
  const isEarly = notice.startsAt !== undefined && Date.parse(notice.startsAt) > now.epochMilliseconds;
  const isOver = notice.endsAt !== undefined && Date.parse(notice.endsAt) <= now.epochMilliseconds;
  return isEarly || isOver ? undefined : { text: wordsIn(notice.text, locale), path: notice.path };
}

async function keep(
  tx: Tx,
  set: {
    readonly handle: string;
    readonly sections: readonly (KeptSection | KeptNotice)[];
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  if (await writeSectionSet(tx, set)) {
    await tell(tx, 'content.changed', { what: 'sections', handle: set.handle });
  }
}
