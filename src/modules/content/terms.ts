import type { ListedPage } from './store/pages.ts';

/** The page that orders accept, by the handles that shops give it. */
const HANDLES = ['terms', 'terms-and-conditions', 'terms-of-service', 'agb'];

/** A shop's terms as of the day they were last changed, which is their version: kept with each order that accepts them. */
export type Terms = { readonly handle: string; readonly version: string; readonly date: Temporal.PlainDate };

/** The published terms; `undefined` for a shop that sells by the law alone. */
export function findTerms(pages: readonly ListedPage[]): Terms | undefined {
  const published = new Map(
    pages.filter(({ isPublished }) => isPublished).map(({ handle, updatedAt }) => [handle, updatedAt]),
  );
  const handle = HANDLES.find((each) => published.has(each));
  const changedAt = handle === undefined ? undefined : published.get(handle);
  if (handle === undefined || changedAt === undefined) return undefined;
  const date = changedAt.toZonedDateTimeISO('UTC').toPlainDate();
  return { handle, version: date.toString(), date };
}
