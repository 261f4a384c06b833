const MINUTE_MS = 60_000;
const MOST_VISITORS = 100_000;

type Entry = { seenMs: number; minute: number; now: number; before: number };

/** When this process last saw a visitor, and how many events of theirs within a minute. Nothing of it is kept. */
export class VisitorBook {
  readonly #entries = new Map<string, Entry>();
  readonly #mostVisitors: number;

  constructor(mostVisitors = MOST_VISITORS) {
    this.#mostVisitors = mostVisitors;
  }

  seenMs(hash: string): number | undefined {
    return this.#entries.get(hash)?.seenMs;
  }

  /**
   * Notes events of a visitor.
   *
   * @returns how many there were within a minute, these included: of the last whole minute as much as still lies within
   */
  note(hash: string, events: number, nowMs: number): number {
    const minute = Math.floor(nowMs / MINUTE_MS);
    const known = this.#entries.get(hash);
    const entry = { seenMs: nowMs, minute, now: 0, before: 0 };
    if (known?.minute === minute) Object.assign(entry, { now: known.now, before: known.before });
    else if (known?.minute === minute - 1) entry.before = known.now;
    entry.now += events;
    // Moved to the end: the first was not seen for the longest time, and is the first to be forgotten.
    this.#entries.delete(hash);
    this.#entries.set(hash, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#mostVisitors) break;
      this.#entries.delete(oldest);
    }
    return entry.now + Math.floor(entry.before * (1 - (nowMs % MINUTE_MS) / MINUTE_MS));
  }
}
