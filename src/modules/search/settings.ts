/** Words that stand for each other in one locale; with a `source`, only the source stands for the words. */
export type Synonym = {
  readonly id: string;
  readonly locale: string;
  readonly source: string | undefined;
  readonly words: readonly string[];
};

/** Everything with this value of this facet: `{ facet: 'brand', value: 'nordlicht' }`. */
export type RuleTarget = {
  readonly facet: 'product' | 'brand' | 'type' | 'tag' | 'category';
  readonly value: string;
};

/** What a merchandiser decided for one query text in one locale. */
export type SearchRule = {
  readonly id: string;
  readonly locale: string;
  readonly query: string;
  /** Products shown first, in this order, found by the text or not. */
  readonly pinned: readonly string[];
  readonly boosted: readonly RuleTarget[];
  readonly buried: readonly RuleTarget[];
  readonly redirectTo: string | undefined;
};

/** A thing with a name to suggest and to label a facet with: names by locale, `''` where none is translated. */
export type Named = { readonly key: string; readonly names: Readonly<Record<string, string>> };

/** All that an index knows apart from documents; small, replaced as a whole. */
export type IndexSettings = {
  readonly synonyms: readonly Synonym[];
  readonly rules: readonly SearchRule[];
  /** Attribute facets in order, `key` as in a filter: `attribute.material`. */
  readonly facets: readonly (Named & { readonly kind: 'choice' | 'color' })[];
  /** Key: path. */
  readonly categories: readonly Named[];
  /** Key: id; with the handle that a page's address has. */
  readonly collections: readonly (Named & { readonly handle: string })[];
  /** Texts that people searched and that found something, most asked first, by locale. */
  readonly popularQueries: Readonly<Record<string, readonly string[]>>;
};

export const NO_SETTINGS: IndexSettings = {
  synonyms: [],
  rules: [],
  facets: [],
  categories: [],
  collections: [],
  popularQueries: {},
};
