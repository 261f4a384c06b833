/**
 * Numbers by text, many for one text, as open addressing in one typed array: 12 bytes an entry against about 100 in a
 * Map, which matters for a million SKUs. It keeps a 64-bit hash and not the text: two texts share one with a chance of
 * 1 in 36 million at a million entries. Entries are never removed; who asks checks that the number is still good.
 */
export class HashTable {
  #cells: Uint32Array;
  #mask: number;
  count: number;

  constructor(cells: Uint32Array = new Uint32Array(3 * 64), count = 0) {
    this.#cells = cells;
    this.#mask = cells.length / 3 - 1;
    this.count = count;
  }

  /** For a snapshot: its length is three times a power of two. */
  get cells(): Uint32Array {
    return this.#cells;
  }

  add(text: string, number: number): void {
    if (this.count * 3 > this.#mask * 2) this.#grow();
    this.count++;
    this.#put(hash(text, 0x811c9dc5), hash(text, 0x9747b28c), number);
  }

  /** All numbers that were added for the text, in no particular order. */
  find(text: string): number[] {
    const first = hash(text, 0x811c9dc5);
    const second = hash(text, 0x9747b28c);
    const found: number[] = [];
    for (let at = first & this.#mask; ; at = (at + 1) & this.#mask) {
      const number = this.#cells[at * 3 + 2] ?? 0;
      if (number === 0) return found;
      if (this.#cells[at * 3] === first && this.#cells[at * 3 + 1] === second) found.push(number - 1);
    }
  }

  /**
   * Takes over `other`'s entries from cell position `start` on, at most `cells` of them, under their new numbers (those
   * with -1 or none are left out); where to go on.
   */
  addFrom(other: HashTable, start: number, renumbered: Int32Array, cells: number): number {
    const end = Math.min(other.#cells.length, start + cells * 3);
    for (let at = start; at < end; at += 3) {
      const number = renumbered[(other.#cells[at + 2] ?? 0) - 1] ?? -1;
      if (number < 0) continue;
      if (this.count * 3 > this.#mask * 2) this.#grow();
      this.count++;
      this.#put(other.#cells[at] ?? 0, other.#cells[at + 1] ?? 0, number);
    }
    return end;
  }

  // A cell holds the number plus one, so that zero is an empty cell.
  #put(first: number, second: number, number: number): void {
    let at = first & this.#mask;
    while ((this.#cells[at * 3 + 2] ?? 0) !== 0) at = (at + 1) & this.#mask;
    this.#cells[at * 3] = first;
    this.#cells[at * 3 + 1] = second;
    this.#cells[at * 3 + 2] = number + 1;
  }

  #grow(): void {
    const old = this.#cells;
    this.#cells = new Uint32Array(old.length * 2);
    this.#mask = this.#cells.length / 3 - 1;
    for (let at = 0; at < old.length; at += 3) {
      const number = old[at + 2] ?? 0;
      if (number !== 0) this.#put(old[at] ?? 0, old[at + 1] ?? 0, number - 1);
    }
  }
}

/** FNV-1a over UTF-16 code units with MurmurHash3's finaliser, so that all bits of the result depend on all of the text. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193 + (seed & 0xff00));
  value ^= value >>> 16;
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
