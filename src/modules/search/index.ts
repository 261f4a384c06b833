import './events.ts';

export type {
  DocumentPicture,
  DocumentPrice,
  DocumentTexts,
  SearchDocument,
  Swatch,
} from './document.ts';
export { SearchIndex } from './engine/search-index.ts';
export { openSearch, type SearchDeps } from './follow/open-search.ts';
export type { AskedQuery, Search, SearchState } from './live-search.ts';
export { PROJECT_LIMIT, projectProducts } from './project/project-products.ts';
export { rebuildDocuments } from './project/rebuild.ts';
export {
  type Facet,
  type FacetValue,
  LIMITS,
  type SearchHit,
  type SearchQuery,
  type SearchResult,
  type SearchSort,
  SORTS,
  type Suggestions,
  type SuggestQuery,
} from './query.ts';
export { removeSearchRule, type SearchRuleRefusal, saveSearchRule } from './save-search-rule.ts';
export { removeSynonym, type SynonymRefusal, saveSynonym } from './save-synonym.ts';
export {
  type IndexSettings,
  NO_SETTINGS,
  type RuleTarget,
  type SearchRule,
  type Synonym,
} from './settings.ts';
export { readSearchReport, type ZeroResult, zeroResults } from './store/queries.ts';
export { readSearchRules, readSynonyms } from './store/rules.ts';
export { searchCrons, searchJobs, searchReactions } from './tasks.ts';
