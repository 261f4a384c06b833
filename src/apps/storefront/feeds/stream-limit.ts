/**
 * Lets so many long answers be written at a time. Each reads the whole catalogue: without a limit anyone could keep
 * the database busy by asking often.
 */
export class StreamLimit {
  readonly #most: number;
  #running = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** The same pieces, holding a place until they end or are given up; `undefined` when no place is free. */
  take<Piece>(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> | undefined {
    if (this.#running >= this.#most) return undefined;
    return this.#hold(pieces);
  }

  async *#hold<Piece>(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
    // Counted from the first piece: an answer that nobody begins to read must not hold its place for ever.
    this.#running += 1;
    try {
      yield* pieces;
    } finally {
      this.#running -= 1;
    }
  }
}
