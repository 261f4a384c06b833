import { money } from '../../../kernel/index.ts';
import { LIMITS, type SearchQuery, type SearchResult } from '../query.ts';
import type { SearchRule } from '../settings.ts';
import { browse, isVisible, visibilityOf } from './candidates.ts';
import { readConcepts } from './concepts.ts';
import type { Core } from './core.ts';
import { matchText, type TextMatch } from './match.ts';
import type { Matches } from './matches.ts';
import { orderedPage } from './order.ts';
import { collectionPlacements, NO_PLACEMENTS, ruleFactors, rulePlacements } from './placements.ts';
import { presentFacets } from './present-facets.ts';
import { presentHits } from './present-hits.ts';
import type { Scratch } from './scratch.ts';
import { type Candidates, type Selection, select } from './select.ts';
import type { SettingsIndex } from './settings-index.ts';

/** A code that is typed exactly is what was meant, above any text. */
const CODE_SCORE = 1_000_000;
/** Answers one query from one core. Pure: the same core, settings and query give the same answer. */
export function searchCore(
  core: Core,
  settings: SettingsIndex,
  scratch: Scratch,
  asked: SearchQuery & { readonly isTyping?: boolean },
): SearchResult {
  const query = checked(asked);
  const text = query.text?.trim() ?? '';
  if (text === '') return present(core, settings, query, browsed(core, query, scratch), undefined, scratch);
  return scratch.use(core.columns.count, (matches) => {
    const rule = settings.rule(query.locale, text);
    const match = matchQuery(core, settings, scratch, query, text, rule, matches);
    const candidates = { slots: matches.slots, count: matches.count };
    const found = { candidates, matches, match };
    return present(core, settings, query, found, rule, scratch);
  });
}

/** Limits are kept here too, so that no caller can ask for more than the index has room for. */
function checked<Query extends SearchQuery>(query: Query): Query {
  const limit = Math.max(0, Math.min(LIMITS.limit, Math.trunc(query.limit)));
  const offset = Math.max(0, Math.min(LIMITS.depth, Math.trunc(query.offset)));
  return { ...query, limit, offset };
}

type Found = {
  readonly candidates: Candidates;
  readonly matches: Matches | undefined;
  readonly match: TextMatch;
};

function browsed(core: Core, query: SearchQuery, scratch: Scratch): Found {
  const candidates = browse(core, query, visibilityOf(core, query), scratch);
  return { candidates, matches: undefined, match: { correctedTo: undefined, isPartial: false } };
}

function matchQuery(
  core: Core,
  settings: SettingsIndex,
  scratch: Scratch,
  query: SearchQuery & { readonly isTyping?: boolean },
  text: string,
  rule: SearchRule | undefined,
  matches: Matches,
): TextMatch {
  const visibility = visibilityOf(core, query);
  const words = core.textIn(query.locale);
  const concepts = readConcepts(text, words, settings.synonyms(words.locale));
  const asked = { core, text: words, visibility, scratch, isTyping: query.isTyping === true };
  const codes = core.slotsOfCode(text).filter((slot) => isVisible(visibility, slot));
  const match =
    concepts.length === 0
      ? { correctedTo: undefined, isPartial: false }
      : matchText(asked, concepts, matches);
  // A code's product is no near miss: what only resembles the code is left out.
  if (codes.length > 0 && (match.isPartial || match.correctedTo !== undefined)) matches.clear();
  for (const slot of codes) matches.raise(slot, CODE_SCORE);
  for (const productId of rule?.pinned ?? []) {
    const slot = core.slotOf(productId);
    if (slot !== undefined && isVisible(visibility, slot)) matches.raise(slot, 0);
  }
  return codes.length > 0 ? { correctedTo: undefined, isPartial: false } : match;
}

function present(
  core: Core,
  settings: SettingsIndex,
  query: SearchQuery,
  found: Found,
  rule: SearchRule | undefined,
  scratch: Scratch,
): SearchResult {
  const selection = select(core, query, found.candidates, scratch);
  const slots = selection.slots.subarray(0, selection.count);
  const placements =
    rule === undefined || query.sort !== 'relevance'
      ? placementsOf(core, query, slots)
      : rulePlacements(core, rule);
  const sort = query.sort === 'manual' && query.collectionId === undefined ? 'relevance' : query.sort;
  const relevance = found.matches && relevanceOf(core, found.matches, rule);
  const ordering = { core, query: { ...query, sort }, relevance, placements, scratch };
  const page = orderedPage(ordering, slots, query.offset, query.limit);
  return {
    total: selection.count,
    hits: presentHits(core, page, query.locale, query.currency),
    facets: presentFacets(core, settings, query, selection),
    priceRange: priceRange(selection, query),
    inStockCount: selection.inStockCount,
    correctedTo: found.match.correctedTo,
    isPartial: found.match.isPartial,
    redirectTo: rule?.redirectTo,
  };
}

function placementsOf(core: Core, query: SearchQuery, slots: Uint32Array): typeof NO_PLACEMENTS {
  return query.collectionId === undefined ? NO_PLACEMENTS : collectionPlacements(core, query, slots);
}

function relevanceOf(core: Core, matches: Matches, rule: SearchRule | undefined): (slot: number) => number {
  const { merit } = core.columns;
  const { scores } = matches;
  if (rule === undefined) return (slot) => (scores[slot] ?? 0) * (merit[slot] ?? 1);
  const factorOf = ruleFactors(core, rule);
  return (slot) => (scores[slot] ?? 0) * (merit[slot] ?? 1) * factorOf(slot);
}

function priceRange(selection: Selection, { currency }: SearchQuery): SearchResult['priceRange'] {
  if (selection.leastPrice > selection.greatestPrice) return undefined;
  return {
    min: money(BigInt(selection.leastPrice), currency),
    max: money(BigInt(selection.greatestPrice), currency),
  };
}
