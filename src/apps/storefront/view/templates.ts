import type { TemplateName } from '../model/index.ts';

/**
 * How a template arranges the same parts. Everything else that tells templates apart is in their style
 * sheets; here
 * is only what the HTML must say itself: picture sizes per layout, what is open, how many words a section
 * shows.
 */
export type Arrangement = {
  /** `sizes` of pictures, by where they stand. */
  readonly sizes: Readonly<
    Record<'card' | 'hero' | 'heroWide' | 'heroSecond' | 'tile' | 'editorial' | 'gallery', string>
  >;
  /** Facet groups stand open (a column) or closed (a row of pills that drop down). */
  readonly areFacetsOpen: boolean;
  /** Filters are a sheet on every screen, not only on small ones. */
  readonly areFiltersASheet: boolean;
  /** A listing begins with its picture; without, its first products are what is waited for. */
  readonly hasListingPicture: boolean;
  /** Cards stand on the colour of what they show. */
  readonly hasTintedCards: boolean;
};

export const ARRANGEMENTS: Readonly<Record<TemplateName, Arrangement>> = {
  atelier: {
    sizes: {
      card: '(min-width: 70rem) 24vw, (min-width: 45rem) 31vw, 46vw',
      hero: '(min-width: 60rem) 46vw, 92vw',
      heroWide: '(min-width: 60rem) 84vw, 100vw',
      heroSecond: '(min-width: 60rem) 20vw, 40vw',
      tile: '(min-width: 60rem) 30vw, 92vw',
      editorial: '(min-width: 60rem) 48vw, 92vw',
      gallery: '(min-width: 60rem) 32vw, 92vw',
    },
    areFacetsOpen: true,
    areFiltersASheet: true,
    hasListingPicture: true,
    hasTintedCards: false,
  },
  depot: {
    sizes: {
      card: '(min-width: 80rem) 19vw, (min-width: 45rem) 30vw, 48vw',
      hero: '(min-width: 60rem) 58vw, 100vw',
      heroWide: '(min-width: 60rem) 64vw, 100vw',
      heroSecond: '(min-width: 60rem) 20vw, 40vw',
      tile: '(min-width: 60rem) 24vw, 48vw',
      editorial: '(min-width: 60rem) 48vw, 100vw',
      gallery: '(min-width: 60rem) 46vw, 100vw',
    },
    areFacetsOpen: true,
    areFiltersASheet: false,
    hasListingPicture: false,
    hasTintedCards: false,
  },
  nocturne: {
    sizes: {
      card: '(min-width: 70rem) 30vw, (min-width: 45rem) 45vw, 92vw',
      hero: '(min-width: 60rem) 44vw, 84vw',
      heroWide: '(min-width: 60rem) 66vw, 92vw',
      heroSecond: '(min-width: 60rem) 20vw, 40vw',
      tile: '(min-width: 60rem) 30vw, 70vw',
      editorial: '(min-width: 60rem) 48vw, 92vw',
      gallery: '(min-width: 60rem) 54vw, 92vw',
    },
    areFacetsOpen: false,
    areFiltersASheet: false,
    hasListingPicture: true,
    hasTintedCards: true,
  },
};

export const templateNames: readonly TemplateName[] = ['atelier', 'depot', 'nocturne'];
