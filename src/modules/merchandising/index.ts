import './events.ts';

export { type Arrangeable, arrange, type Placed } from './arrange.ts';
export type { Collection, CollectionPlace, CollectionSort, Placement, PlacementKind } from './collection.ts';
export { COLLECTION_SORTS } from './collection.ts';
export type { ProductFacts } from './facts.ts';
export { countListedPlaces, readListedWords } from './listing/choices.ts';
export { LISTING_SORTS, type ListingFilter, type ListingSort, positionOf } from './listing/find-products.ts';
export type { Listing, StockState } from './listing/listing.ts';
export { readArranged } from './listing/read-arranged.ts';
export { countListings, readListedIds, readListings } from './listing/store.ts';
export type { CollectionId } from './membership.ts';
export { MANUAL_LIMIT, moveProduct, place, setCollectionProducts, unplace } from './order.ts';
export { previewRule } from './preview-rule.ts';
export { recheckTimeRules } from './recheck.ts';
export { REFRESH_LIMIT, type Refreshed, refreshProducts, setSales } from './refresh.ts';
export { refreshAll } from './refresh-all.ts';
export { fieldsOf, matches, type Rule } from './rule.ts';
export { FIELD_NAMES, fieldOf, OPERATORS, type Operator } from './rule-fields.ts';
export { parseRule, RULE_LIMITS } from './rule-parser.ts';
export { describeRule } from './rule-words.ts';
export {
  type CollectionDraft,
  type CollectionRefusal,
  removeCollection,
  saveCollection,
  translateCollection,
} from './save-collection.ts';
export {
  countProducts,
  readCollectionByHandle,
  readCollections,
  readCollectionTranslations,
} from './store/collections.ts';
export { readSales } from './store/facts.ts';
export { collectionsOf } from './store/membership.ts';
export { readCollectionProducts, readPlacements } from './store/order.ts';
export { merchandisingCrons, merchandisingJobs, merchandisingReactions } from './tasks.ts';
