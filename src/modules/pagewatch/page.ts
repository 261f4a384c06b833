/** What of a page is watched: whatever runs in it, what may frame it or is framed, and where its fields are sent. */
export type TraitKind =
  | 'script'
  | 'inline script'
  | 'event handler'
  | 'header'
  | 'form'
  | 'frame'
  | 'base'
  | 'meta';

/**
 * One such thing. Several traits may have one subject: a page has many forms.
 *
 * @example { kind: 'script', subject: '/assets/checkout.js', value: 'sha256-…' }
 * @example { kind: 'form', subject: '', value: 'post /checkout' }
 */
export type Trait = { readonly kind: TraitKind; readonly subject: string; readonly value: string };

/** A page as a shopper's browser was sent it; `page` is its path. */
export type SeenPage = { readonly page: string; readonly traits: readonly Trait[] };
