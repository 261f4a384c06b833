/**
 * Which rows of a file make one product, wherever they stand: rows that share a key are joined (disjoint-set
 * forest with path halving; Tarjan and van Leeuwen 1984). Rows are numbered as they come. Memory: 4 bytes a
 * row and the keys.
 */
export class RowGroups {
  #rowOfKey = new Map<string, number>();
  #parent = new Uint32Array(4096);
  #count = 0;

  /** A row with no keys joins the row before it. */
  add(keys: readonly string[]): void {
    const row = this.#count;
    if (row === this.#parent.length) this.#grow();
    this.#parent[row] = row;
    this.#count += 1;
    if (keys.length === 0 && row > 0) this.#join(row, row - 1);
    for (const key of keys) {
      const known = this.#rowOfKey.get(key);
      if (known === undefined) this.#rowOfKey.set(key, row);
      else this.#join(row, known);
    }
  }

  /** The groups in the order of their first rows; each has its rows in the order of the file. */
  *all(): IterableIterator<readonly number[]> {
    this.#rowOfKey.clear();
    const next = this.#chains();
    for (let row = 0; row < this.#count; row += 1) {
      if (this.#parent[row] !== row) continue;
      const rows: number[] = [];
      for (let at = row + 1; at !== 0; at = next[at - 1] ?? 0) rows.push(at - 1);
      yield rows;
    }
  }

  /** How many groups there are. */
  count(): number {
    let groups = 0;
    for (let row = 0; row < this.#count; row += 1) if (this.#parent[row] === row) groups += 1;
    return groups;
  }

  // For every row the number of the next row of its group plus one; 0 ends the chain.
  #chains(): Uint32Array {
    const next = new Uint32Array(this.#count);
    const last = new Uint32Array(this.#count);
    for (let row = 0; row < this.#count; row += 1) {
      const root = this.#root(row);
      if (root !== row) next[last[root] ?? 0] = row + 1;
      last[root] = row;
    }
    return next;
  }

  // The earlier row is the root, so that a group is known by its first row.
  #join(a: number, b: number): void {
    const rootA = this.#root(a);
    const rootB = this.#root(b);
    if (rootA < rootB) this.#parent[rootB] = rootA;
    else this.#parent[rootA] = rootB;
  }

  #root(row: number): number {
    let at = row;
    for (;;) {
      const up = this.#parent[at] ?? at;
      if (up === at) return at;
      const above = this.#parent[up] ?? up;
      this.#parent[at] = above;
      at = above;
    }
  }

  #grow(): void {
    const parent = new Uint32Array(this.#parent.length * 2);
    parent.set(this.#parent);
    this.#parent = parent;
  }
}
