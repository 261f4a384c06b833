import { expectOk, parseId } from '../../../kernel/index.ts';
import { removeAnnotation, saveAnnotation } from '../../../modules/analytics/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { demoWorld } from '../../world/demo-world.ts';
import { calendarOf } from '../calendar.ts';
import { shelfOf } from '../shelf.ts';
import type { Truths } from '../truths.ts';
import { ORIGIN } from './origin.ts';
import type { Past } from './past-store.ts';

type Note = {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly text: string;
};

/** Says on the charts what was going on in the past. @returns the notes' ids */
export async function putNotes(
  tx: Tx,
  about: {
    readonly truths: Truths;
    readonly past: Pick<Past, 'seed' | 'lastDay'>;
    readonly zone: string;
    readonly now: Temporal.Instant;
  },
): Promise<string[]> {
  const ids: string[] = [];
  for (const note of notesOf(about)) {
    const given = { ...note, market: undefined, author: ORIGIN, now: about.now };
    ids.push(expectOk(await saveAnnotation(tx, given)).id);
  }
  return ids;
}

/** Takes them off again, those that are still there. */
export async function removeNotes(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const text of ids) {
    const id = parseId<'annotation'>(text);
    if (id !== undefined) await removeAnnotation(tx, id);
  }
}

function notesOf({ truths, past, zone }: Parameters<typeof putNotes>[1]): Note[] {
  const { seed, lastDay } = past;
  const days = calendarOf(truths, { lastDay, zone });
  const begins = days.filter(({ campaign }, index) => campaign && campaign !== days[index - 1]?.campaign);
  const campaigns = begins.flatMap(({ campaign, day }) => {
    if (campaign === undefined) return [];
    const ends = day.add({ days: campaign.days - 1 });
    const to = Temporal.PlainDate.compare(ends, lastDay) > 0 ? lastDay : ends;
    const percent = Math.round(campaign.discount * 100);
    return [{ from: day, to, text: `Campaign “${campaign.name}”: ${percent} % off with ${campaign.code}` }];
  });
  const { stockOut, priceChange } = truths;
  const best = shelfOf(demoWorld(seed), truths, seed).goods[stockOut.rank - 1];
  const out = days.find(({ daysBefore }) => daysBefore === stockOut.daysBefore)?.day;
  const changed = days.find(({ daysBefore }) => daysBefore === priceChange.daysBefore)?.day;
  const percent = Math.round((1 / priceChange.before - 1) * 100);
  return [
    ...campaigns,
    ...(out && best
      ? [{ from: out, to: out.add({ days: stockOut.days - 1 }), text: `Out of stock: ${best.title}` }]
      : []),
    ...(changed
      ? [{ from: changed, to: changed, text: `Prices of ${priceChange.name} up by ${percent} %` }]
      : []),
  ];
}
