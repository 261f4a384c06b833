import { bodyIn, type Encoding, isStoredAnswer, type StoredAnswer } from './stored-answer.ts';

type Flight<Other> = {
  readonly page: Promise<StoredAnswer | Other>;
  readonly dirty: Set<string>;
  isFlushed: boolean;
};

/**
 * Whole answers (pages, JSON) by address, bounded in bytes, the least recently asked for leaving first. One is rendered
 * once however many ask at the same time, and one that was being rendered while something in it changed is given to
 * those who asked before the change and kept for nobody. `Other` is what rendering may come to that is not to be kept.
 */
export class AnswerCache<Other extends object = never> {
  readonly #maxBytes: number;
  readonly #pages = new Map<string, StoredAnswer>();
  readonly #keysByTag = new Map<string, Set<string>>();
  readonly #sizes = new Map<string, number>();
  readonly #flights = new Map<string, Flight<Other>>();
  readonly #rendering = new Set<Flight<Other>>();
  #bytes = 0;

  constructor(options: { readonly maxBytes: number }) {
    this.#maxBytes = options.maxBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#pages.size;
  }

  /** The page kept for `key`, unless its time is over at `now` (Unix milliseconds). */
  get(key: string, now: number): StoredAnswer | undefined {
    const page = this.#pages.get(key);
    if (!page) return undefined;
    if (page.expiresAt <= now) {
      this.#remove(key);
      return undefined;
    }
    // A Map iterates in the order of insertion: the first key is then the one unused for longest.
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  /** The page being rendered for `key`, or the one that `render` now makes; kept when it is still right then. */
  render(key: string, render: () => Promise<StoredAnswer | Other>): Promise<StoredAnswer | Other> {
    const joined = this.#flights.get(key);
    if (joined) return joined.page;
    const dirty = new Set<string>();
    const flight: Flight<Other> = { page: render(), dirty, isFlushed: false };
    this.#flights.set(key, flight);
    this.#rendering.add(flight);
    const land = (page: StoredAnswer | Other | undefined) => {
      this.#rendering.delete(flight);
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
      if (!page || !isStoredAnswer(page) || flight.isFlushed) return;
      if (!page.tags.some((tag) => dirty.has(tag))) this.#keep(key, page);
    };
    // The failure reaches those who asked through `page` itself.
    flight.page.then(land, () => land(undefined));
    return flight.page;
  }

  /** The page's body in this encoding; what compressing adds counts against the bound. */
  body(key: string, page: StoredAnswer, encoding: Encoding): Buffer | Promise<Buffer> {
    return bodyIn(page, encoding, (bytes) => {
      if (this.#pages.get(key) !== page) return;
      this.#sizes.set(key, (this.#sizes.get(key) ?? 0) + bytes);
      this.#bytes += bytes;
      this.#shrink();
    });
  }

  /** Ends every page that shows one of these, and those being rendered now if they turn out to show one. */
  forget(tags: readonly string[]): void {
    for (const tag of tags) {
      for (const key of this.#keysByTag.get(tag) ?? []) this.#remove(key);
    }
    for (const flight of this.#rendering) for (const tag of tags) flight.dirty.add(tag);
    // Who asks from now on must see the change: nobody joins a rendering that began before it.
    this.#flights.clear();
  }

  clear(): void {
    this.#pages.clear();
    this.#keysByTag.clear();
    this.#sizes.clear();
    this.#bytes = 0;
    for (const flight of this.#rendering) flight.isFlushed = true;
    this.#flights.clear();
  }

  #keep(key: string, page: StoredAnswer): void {
    this.#remove(key);
    // Buffers and keys, and about 500 bytes for the maps around them.
    const size = page.body.byteLength + key.length * 2 + page.tags.length * 100 + 500;
    if (size > this.#maxBytes / 4) return;
    this.#pages.set(key, page);
    this.#sizes.set(key, size);
    this.#bytes += size;
    for (const tag of page.tags) {
      const keys = this.#keysByTag.get(tag);
      if (keys) keys.add(key);
      else this.#keysByTag.set(tag, new Set([key]));
    }
    this.#shrink();
  }

  #shrink(): void {
    for (const key of this.#pages.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#remove(key);
    }
  }

  #remove(key: string): void {
    const page = this.#pages.get(key);
    if (!page) return;
    this.#pages.delete(key);
    this.#bytes -= this.#sizes.get(key) ?? 0;
    this.#sizes.delete(key);
    for (const tag of page.tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }
}
