import type { SearchDocument } from '../document.ts';
import type { SearchQuery, SearchResult, Suggestions, SuggestQuery } from '../query.ts';
import { type IndexSettings, NO_SETTINGS } from '../settings.ts';
import { compaction } from './compaction.ts';
import { Core } from './core.ts';
import { Scratch } from './scratch.ts';
import { searchCore } from './search-core.ts';
import { indexSettings, type SettingsIndex } from './settings-index.ts';
import { suggestFromCore } from './suggest-core.ts';

/**
 * A search index in memory: synchronous, without I/O or a clock.
 *
 * @example
 * const index = new SearchIndex([localeOf('en')]);
 * index.apply(documents, []);
 * index.compact();
 * index.search({ text: 'mug', locale, currency, filters: {}, sort: 'relevance', offset: 0, limit: 24, now });
 */
export class SearchIndex {
  #core: Core;
  #settings: SettingsIndex = indexSettings(NO_SETTINGS);
  readonly #scratch = new Scratch();
  #running: Running | undefined;

  /** `locales`: those that products are found in; the first also stands in for what has no text in another. */
  constructor(locales: readonly string[], core: Core = new Core(locales)) {
    this.#core = core;
  }

  get size(): number {
    return this.#core.aliveCount;
  }

  /** For a snapshot; compacted cores only are worth one. */
  get core(): Core {
    return this.#core;
  }

  useSettings(settings: IndexSettings): void {
    this.#settings = indexSettings(settings);
  }

  search(query: SearchQuery): SearchResult {
    return searchCore(this.#core, this.#settings, this.#scratch, query);
  }

  suggest(query: SuggestQuery): Suggestions {
    return suggestFromCore(this.#core, this.#settings, this.#scratch, query);
  }

  /** Puts documents in place of what was there of their products, and takes products out. Found at once. */
  apply(documents: readonly SearchDocument[], removals: readonly string[]): void {
    for (const document of documents) {
      this.#note(document.productId, document);
      this.#core.put(document);
    }
    for (const productId of removals) {
      this.#note(productId, undefined);
      this.#core.remove(productId);
    }
  }

  /** Whether all text is in frozen lists, as a snapshot needs it. */
  get isCompact(): boolean {
    return this.#core.frozenSlots === this.#core.columns.count;
  }

  /** Whether so much has changed since the last compaction that the next one pays. */
  get needsCompaction(): boolean {
    const { columns, frozenSlots, aliveCount } = this.#core;
    const recent = columns.count - frozenSlots;
    const dead = columns.count - aliveCount;
    return recent > Math.max(2_000, frozenSlots / 8) || dead > Math.max(2_000, aliveCount / 4);
  }

  /** While a load adds everything there is: compacting at doublings bounds its memory at little cost. */
  get needsBulkCompaction(): boolean {
    const { columns, frozenSlots } = this.#core;
    return columns.count - frozenSlots > Math.max(20_000, frozenSlots);
  }

  /** One short step of a compaction (about half a millisecond), beginning one if none runs; true at its end. */
  compactStep(): boolean {
    this.#running ??= { steps: compaction(this.#core), changed: new Map() };
    const step = this.#running.steps.next();
    if (step.done !== true) return false;
    const { core } = step.value;
    for (const [productId, document] of this.#running.changed) {
      if (document === undefined) core.remove(productId);
      else core.put(document);
    }
    this.#core = core;
    this.#running = undefined;
    return true;
  }

  /** A compaction in one go, for a start and for tests. */
  compact(): void {
    while (!this.compactStep());
  }

  // What changes while a compaction runs is repeated on its copy.
  #note(productId: string, document: SearchDocument | undefined): void {
    this.#running?.changed.set(productId, document);
  }
}

type Running = {
  readonly steps: ReturnType<typeof compaction>;
  readonly changed: Map<string, SearchDocument | undefined>;
};
