import type { ListedPage } from '../../modules/content/index.ts';

/** The pages that the law wants beside an order, as far as the shop has them. */
export type LegalPages = {
  /** Their version is the day of their last change: kept with each order that accepts them. */
  readonly terms: { readonly handle: string; readonly version: string; readonly date: Temporal.PlainDate };
  readonly privacy: string | undefined;
  readonly withdrawal: string | undefined;
};

const TERMS = ['terms', 'terms-and-conditions', 'terms-of-service', 'agb'];
const PRIVACY = ['privacy', 'privacy-policy', 'datenschutz'];
const WITHDRAWAL = ['withdrawal', 'right-of-withdrawal', 'widerruf', 'delivery-and-returns', 'returns'];

/** Found by the handles that shops give them; without terms of its own a shop sells by the law alone, version `none`. */
export function legalPages(pages: readonly ListedPage[]): LegalPages {
  const published = new Map(
    pages.filter(({ isPublished }) => isPublished).map((page) => [page.handle, page]),
  );
  const first = (handles: readonly string[]) => handles.find((handle) => published.has(handle));
  const handle = first(TERMS);
  const date = published.get(handle ?? '')?.updatedAt ?? NEVER;
  const day = date.toZonedDateTimeISO('UTC').toPlainDate();
  return {
    terms: { handle: handle ?? '', version: handle === undefined ? 'none' : day.toString(), date: day },
    privacy: first(PRIVACY),
    withdrawal: first(WITHDRAWAL),
  };
}

const NEVER = Temporal.Instant.fromEpochMilliseconds(0);
