import { groupOf, type LearntItem, type Past } from './item.ts';

/** So many pieces of the whole shop count with those of a group: a small one has no week of its own. */
const SHARED = 70;
const LEARNT_WEEKS = 52;
const EVEN = new Array<number>(7).fill(1 / 7);

/** How the pieces of a week fall on Monday to Sunday, of all items and of each group; their sum is 1. */
export function weekdayShares(
  items: readonly LearntItem[],
  { weeks }: Pick<Past, 'weeks'>,
): (group: string) => readonly number[] {
  const groups = new Map<string, number[]>();
  const all = new Array<number>(7).fill(0);
  const from = Math.max(0, weeks - LEARNT_WEEKS) * 7;
  for (const item of items) {
    const own = groups.get(groupOf(item)) ?? new Array<number>(7).fill(0);
    groups.set(groupOf(item), own);
    for (let index = 0; index < item.days.length; index += 1) {
      const [day, pieces] = [item.days[index] ?? 0, item.pieces[index] ?? 0];
      if (day < from || day >= weeks * 7) continue;
      own[day % 7] = (own[day % 7] ?? 0) + pieces;
      all[day % 7] = (all[day % 7] ?? 0) + pieces;
    }
  }
  const shop = sharesOf(all, EVEN);
  return (group) => sharesOf(groups.get(group) ?? [], shop);
}

function sharesOf(pieces: readonly number[], around: readonly number[]): number[] {
  const total = pieces.reduce((sum, one) => sum + one, 0);
  return around.map((share, weekday) => ((pieces[weekday] ?? 0) + SHARED * share) / (total + SHARED));
}
