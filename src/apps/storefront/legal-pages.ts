import { findTerms, type ListedPage, type Terms } from '../../modules/content/index.ts';

/** The pages that the law wants beside an order, as far as the shop has them. */
export type LegalPages = {
  readonly terms: Terms;
  readonly privacy: string | undefined;
  readonly withdrawal: string | undefined;
};

const PRIVACY = ['privacy', 'privacy-policy', 'datenschutz'];
const WITHDRAWAL = ['withdrawal', 'right-of-withdrawal', 'widerruf', 'delivery-and-returns', 'returns'];

/** Found by the handles that shops give them; without terms of its own a shop sells by the law alone, version `none`. */
export function legalPages(pages: readonly ListedPage[]): LegalPages {
  const published = new Set(pages.filter(({ isPublished }) => isPublished).map(({ handle }) => handle));
  const first = (handles: readonly string[]) => handles.find((handle) => published.has(handle));
  return { terms: findTerms(pages) ?? NO_TERMS, privacy: first(PRIVACY), withdrawal: first(WITHDRAWAL) };
}

const NO_TERMS: Terms = { handle: '', version: 'none', date: Temporal.PlainDate.from('1970-01-01') };
