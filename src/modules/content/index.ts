import './events.ts';

export { isLocalPath, normalisePath } from './address.ts';
export {
  readMenu,
  readNotice,
  readSections,
  saveMenu,
  saveNotice,
  saveSections,
} from './arrangement.ts';
export type { LocalText, LocalTextDraft } from './local-text.ts';
export type { MenuItem, MenuItemDraft } from './menu.ts';
export type { Page, PageDraft, PageId } from './page.ts';
export { removePage, savePage } from './pages.ts';
export type { Redirect, RefusedRedirect } from './redirect-rules.ts';
export { addRedirects, findRedirect, REDIRECTS_LIMIT, removeRedirects } from './redirects.ts';
export type { Notice, NoticeDraft, Section, SectionDraft } from './section.ts';
export type { SizeTableDraft, SizeTableId } from './size-table.ts';
export { removeSizeTable, saveSizeTable } from './size-tables.ts';
export { type ListedPage, readPage, readPages } from './store/pages.ts';
export { readRedirects } from './store/redirects.ts';
export { type ListedSizeTable, readSizeTables, type SizeTable, sizeTableFor } from './store/size-tables.ts';
export { findTerms, type Terms } from './terms.ts';
