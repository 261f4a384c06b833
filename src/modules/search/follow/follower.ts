import type { Logger } from 'pino';
import type { Db } from '../../../platform/database/index.ts';
import { SearchIndex } from '../engine/search-index.ts';
import type { SearchState } from '../live-search.ts';
import { readChanges, readProjection } from '../store/documents.ts';
import { REMOVAL_DAYS } from '../tasks.ts';
import { readSettings } from './read-settings.ts';
import { readSnapshot, removeSnapshot, writeSnapshot } from './snapshot.ts';

type FollowerDeps = {
  readonly db: Db;
  readonly now: () => Temporal.Instant;
  readonly folder: string | undefined;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'> | undefined;
};

const PAGE = 500;
/** Documents put in before a waiting query gets its turn: some milliseconds. */
const AT_ONCE = 20;
/** So many changes since the last snapshot that a start from it would be slow. */
const SNAPSHOT_AFTER = 5_000;

/** Keeps one index equal to search.document: one run at a time, in the order of revisions. */
export class Follower {
  readonly #deps: FollowerDeps;
  index = new SearchIndex(['en']);
  #locales: readonly string[] = [];
  #identity = '';
  #revision = 0n;
  #sinceSnapshot = 0;
  #lagMs = 0;
  #loadMs = 0;
  #loadedFrom: SearchState['loadedFrom'] = 'database';
  #running: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;
  #waitsForSettings = false;
  #heardAt: number | undefined;
  #isClosed = false;
  #hasLoaded = false;

  constructor(deps: FollowerDeps) {
    this.#deps = deps;
  }

  state(): SearchState {
    return {
      documents: this.index.size,
      revision: this.#revision,
      lagMs: this.#lagMs,
      loadedFrom: this.#loadedFrom,
      loadMs: this.#loadMs,
    };
  }

  load(): Promise<void> {
    this.#running = this.#load();
    return this.#running;
  }

  /**
   * Resolves when what was committed before the call is in the index. Calls that come while a run is under way share
   * the one after it.
   */
  follow(withSettings: boolean): Promise<void> {
    this.#waitsForSettings ||= withSettings;
    this.#heardAt ??= performance.now();
    this.#waiting ??= this.#after(this.#running);
    return this.#waiting;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    // A run that failed was reported to who asked for it.
    await (this.#waiting ?? this.#running).catch(() => undefined);
    if (this.#hasLoaded && this.#sinceSnapshot > 0) {
      this.index.compact();
      await this.#save();
    }
  }

  async #after(before: Promise<void>): Promise<void> {
    await before.catch(() => undefined);
    if (!this.#hasLoaded) return before;
    const run = this.#run();
    this.#running = run;
    this.#waiting = undefined;
    return run;
  }

  async #load(): Promise<void> {
    const start = performance.now();
    const { db, folder, log } = this.#deps;
    const { settings, locales } = await readSettings(db, this.#deps.now());
    const { identity, revision, documents } = await readProjection(db);
    this.#locales = locales;
    this.#identity = identity;
    const found = folder === undefined ? undefined : await this.#readSnapshot(folder);
    // A revision from the future is one of a database that was put back to an earlier state.
    if (found !== undefined && found.revision <= revision) {
      this.index = new SearchIndex(locales, found.core);
      this.#revision = found.revision;
      this.#loadedFrom = 'snapshot';
    } else await this.#startAnew();
    this.index.useSettings(settings);
    await this.#catchUp(true);
    if (this.index.size < documents && this.#loadedFrom === 'snapshot') {
      log?.warn({ documents, found: this.index.size }, 'the search snapshot misses products; loading anew');
      await this.#startAnew();
      this.index.useSettings(settings);
      await this.#catchUp(true);
    }
    this.#hasLoaded = true;
    this.#loadMs = Math.round(performance.now() - start);
    log?.info({ ...this.state(), revision: String(this.#revision) }, 'search is ready');
    if (this.#sinceSnapshot > SNAPSHOT_AFTER || this.#loadedFrom === 'database') await this.#save();
  }

  async #readSnapshot(folder: string): ReturnType<typeof readSnapshot> {
    const after = this.#deps.now().subtract({ hours: REMOVAL_DAYS * 24 });
    try {
      return await readSnapshot(folder, { identity: this.#identity, locales: this.#locales, after });
    } catch (error) {
      // A snapshot is a copy: without it the start is slower and nothing else.
      this.#deps.log?.warn({ err: error }, 'the search snapshot is not usable; loading from the database');
      await removeSnapshot(folder);
      return undefined;
    }
  }

  async #startAnew(): Promise<void> {
    this.index = new SearchIndex(this.#locales);
    this.#revision = 0n;
    this.#loadedFrom = 'database';
  }

  async #run(): Promise<void> {
    const heardAt = this.#heardAt ?? performance.now();
    const withSettings = this.#waitsForSettings;
    this.#heardAt = undefined;
    this.#waitsForSettings = false;
    if (withSettings) await this.#refreshSettings();
    if (await this.#catchUp(false)) this.#lagMs = Math.round(performance.now() - heardAt);
    if (!this.#isClosed && this.index.needsCompaction) await this.#compact();
  }

  /** Takes over names and rules; another choice of languages makes another index, while the old one answers. */
  async #refreshSettings(): Promise<void> {
    const { settings, locales } = await readSettings(this.#deps.db, this.#deps.now());
    if (locales.join() !== this.#locales.join()) {
      const fresh = new Follower(this.#deps);
      await fresh.load();
      this.index = fresh.index;
      this.#locales = locales;
      this.#revision = fresh.state().revision;
    }
    this.index.useSettings(settings);
  }

  /** Reads and applies what changed; whether anything had. */
  async #catchUp(isLoading: boolean): Promise<boolean> {
    let hasChanged = false;
    for (;;) {
      const changes = await readChanges(this.#deps.db, this.#revision, PAGE);
      for (let start = 0; start < changes.length; start += AT_ONCE) {
        for (const { productId, document } of changes.slice(start, start + AT_ONCE))
          this.index.apply(document ? [document] : [], document ? [] : [productId]);
        if (!isLoading) await nextTurn();
      }
      this.#revision = changes.at(-1)?.revision ?? this.#revision;
      this.#sinceSnapshot += changes.length;
      hasChanged ||= changes.length > 0;
      if (isLoading && this.index.needsBulkCompaction) this.index.compact();
      if (changes.length < PAGE) break;
    }
    if (isLoading && hasChanged && this.index.needsCompaction) this.index.compact();
    return hasChanged;
  }

  /** In short steps, and a snapshot after it. Changes wait, as they are applied by the same runs: less than a second. */
  async #compact(): Promise<void> {
    while (!this.index.compactStep()) await nextTurn();
    if (this.#sinceSnapshot > SNAPSHOT_AFTER) await this.#save();
  }

  async #save(): Promise<void> {
    const { folder, now } = this.#deps;
    if (folder === undefined) return;
    if (!this.index.isCompact) this.index.compact();
    const about = { identity: this.#identity, revision: this.#revision, savedAt: now() };
    await writeSnapshot(folder, this.index.core, about);
    this.#sinceSnapshot = 0;
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
