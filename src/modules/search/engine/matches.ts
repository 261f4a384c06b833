/** A set of slots with a score each, that can be emptied and used again without touching its memory. */
export class Matches {
  slots: Uint32Array;
  scores: Float32Array;
  count = 0;
  #marks: Uint32Array;
  #generation = 1;

  constructor(slots: number) {
    this.slots = new Uint32Array(slots);
    this.scores = new Float32Array(slots);
    this.#marks = new Uint32Array(slots);
  }

  clear(): void {
    this.count = 0;
    this.#generation++;
  }

  has(slot: number): boolean {
    return this.#marks[slot] === this.#generation;
  }

  scoreOf(slot: number): number {
    return this.scores[slot] ?? 0;
  }

  /** Adds the slot, or raises its score when it is in with less. */
  raise(slot: number, score: number): void {
    if (this.#marks[slot] !== this.#generation) {
      this.#marks[slot] = this.#generation;
      this.slots[this.count++] = slot;
      this.scores[slot] = score;
    } else if (score > (this.scores[slot] ?? 0)) this.scores[slot] = score;
  }

  /** Adds the slot, or adds to its score. */
  increase(slot: number, score: number): void {
    if (this.#marks[slot] === this.#generation) this.scores[slot] = (this.scores[slot] ?? 0) + score;
    else this.raise(slot, score);
  }

  /** Keeps what `other` has too, with both scores summed. */
  intersect(other: Matches): void {
    const { slots, scores } = this;
    const end = this.count;
    let kept = 0;
    for (let at = 0; at < end; at++) {
      const slot = slots[at] ?? 0;
      if (!other.has(slot)) {
        this.#marks[slot] = 0;
        continue;
      }
      scores[slot] = (scores[slot] ?? 0) + other.scoreOf(slot);
      slots[kept++] = slot;
    }
    this.count = kept;
  }

  /** Keeps the slots whose number in `counts` is the highest there is. */
  keepHighest(counts: Matches): void {
    let highest = 0;
    for (let at = 0; at < this.count; at++) highest = Math.max(highest, counts.scoreOf(this.slots[at] ?? 0));
    let kept = 0;
    for (let at = 0; at < this.count; at++) {
      const slot = this.slots[at] ?? 0;
      if (counts.scoreOf(slot) === highest) this.slots[kept++] = slot;
      else this.#marks[slot] = 0;
    }
    this.count = kept;
  }
}
