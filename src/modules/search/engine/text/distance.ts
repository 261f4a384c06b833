/** How many slips a word of this length may have: none below 4 letters, one below 8, else two. */
export function slipsAllowed(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * Words within some slips of `word` in a sorted list, by optimal string alignment distance (Damerau 1964 with
 * Levenshtein's operations: a letter too many, missing, wrong, or two neighbours swapped).
 *
 * Walks the list as the trie that a sorted list is: rows of the distance matrix are kept for the prefix that two
 * neighbours share, and a prefix that can come to nothing is skipped with all its words at once.
 */
export function withinDistance(
  sorted: readonly string[],
  word: string,
  slips: number,
  found: (position: number, distance: number) => void,
): void {
  const walk = new Walk(word, slips);
  let position = 0;
  while (position < sorted.length) {
    const candidate = sorted[position] ?? '';
    const deadEnd = walk.to(candidate);
    if (deadEnd > 0) {
      position = skipPrefix(sorted, candidate.slice(0, deadEnd), position + 1);
      continue;
    }
    const distance = walk.distance;
    if (distance <= slips) found(position, distance);
    position++;
  }
}

/** The matrix of one word against the candidate in hand: row i is that of the candidate's first i letters. */
class Walk {
  readonly #word: string;
  readonly #slips: number;
  readonly #width: number;
  readonly #rows: Uint8Array;
  #candidate = '';
  #valid = 0;
  distance = 255;

  constructor(word: string, slips: number) {
    this.#word = word;
    this.#slips = slips;
    this.#width = word.length + 1;
    // No candidate longer than the word and its slips can match, so no more rows are ever needed.
    this.#rows = new Uint8Array(this.#width * (word.length + slips + 2));
    for (let column = 0; column < this.#width; column++) this.#rows[column] = column;
  }

  /** Computes up to `candidate`; the length of its prefix that cannot match whatever follows, 0 when it has none. */
  to(candidate: string): number {
    const shared = Math.min(sharedPrefix(this.#candidate, candidate), this.#valid);
    this.#candidate = candidate;
    const end = Math.min(candidate.length, this.#word.length + this.#slips + 1);
    for (let row = shared + 1; row <= end; row++) {
      this.#valid = row;
      if (this.#fill(row) > this.#slips) return row;
    }
    this.#valid = end;
    this.distance = this.#rows[end * this.#width + this.#word.length] ?? 255;
    return 0;
  }

  /** Fills one row and gives its least distance. */
  #fill(row: number): number {
    const rows = this.#rows;
    const width = this.#width;
    const here = row * width;
    const above = here - width;
    const letter = this.#candidate.charCodeAt(row - 1);
    const before = row > 1 ? this.#candidate.charCodeAt(row - 2) : -1;
    rows[here] = row;
    let least = row;
    for (let column = 1; column < width; column++) {
      const wanted = this.#word.charCodeAt(column - 1);
      const wrong = (rows[above + column - 1] ?? 255) + (letter === wanted ? 0 : 1);
      let cost = Math.min(wrong, (rows[above + column] ?? 255) + 1, (rows[here + column - 1] ?? 255) + 1);
      if (column > 1 && letter === this.#word.charCodeAt(column - 2) && before === wanted)
        cost = Math.min(cost, (rows[above - width + column - 2] ?? 255) + 1);
      rows[here + column] = cost;
      if (cost < least) least = cost;
    }
    return least;
  }
}

function sharedPrefix(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let length = 0;
  while (length < end && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** The first position from `start` on whose word does not begin with `prefix`. */
function skipPrefix(sorted: readonly string[], prefix: string, start: number): number {
  if (!(sorted[start] ?? '').startsWith(prefix)) return start;
  let low = start;
  let step = 1;
  while (low + step < sorted.length && (sorted[low + step] ?? '').startsWith(prefix)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, sorted.length);
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '').startsWith(prefix)) low = middle;
    else high = middle;
  }
  return low + 1;
}
