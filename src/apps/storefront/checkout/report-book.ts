export type Refused = { readonly page: string; readonly directive: string; readonly blocked: string };
export type RefusedCount = Refused & { readonly count: number };

/** More are not counted: anybody may send reports, and none of them is believed. */
const MOST_GROUPS = 500;

/**
 * Counts what browsers say they refused, alike together, and hands the counts on in one piece now and then: a million
 * reports are a few rows written a few times.
 */
export class ReportBook {
  readonly #save: (groups: readonly RefusedCount[]) => Promise<void>;
  readonly #counts = new Map<string, { readonly refused: Refused; total: number; unsaved: number }>();

  constructor(save: (groups: readonly RefusedCount[]) => Promise<void>) {
    this.#save = save;
  }

  /** How often this was reported to this process; `undefined` where there are too many kinds already. */
  note(refused: Refused): number | undefined {
    const key = JSON.stringify([refused.page, refused.directive, refused.blocked]);
    const known = this.#counts.get(key);
    if (!known && this.#counts.size >= MOST_GROUPS) return undefined;
    const group = known ?? { refused, total: 0, unsaved: 0 };
    group.total += 1;
    group.unsaved += 1;
    this.#counts.set(key, group);
    return group.total;
  }

  /** Hands on what came in since the last time. What cannot be saved is kept for the next. */
  async save(): Promise<void> {
    const due = [...this.#counts.values()].filter(({ unsaved }) => unsaved > 0);
    if (due.length === 0) return;
    const groups = due.map(({ refused, unsaved }) => ({ ...refused, count: unsaved }));
    await this.#save(groups);
    for (const [index, group] of due.entries()) group.unsaved -= groups[index]?.count ?? 0;
  }
}
