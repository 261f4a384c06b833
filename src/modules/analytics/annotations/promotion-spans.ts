import type { Db } from '../../../platform/database/index.ts';
import { listPromotions } from '../../pricing/index.ts';
import { type Dated, type Days, within } from './annotation.ts';

const ENDLESS = { from: Temporal.PlainDate.from('2000-01-01'), to: Temporal.PlainDate.from('9999-12-31') };

/** Promotions in force that begin or end at a time, with their days in these; those of always say nothing of a day. */
export async function promotionSpans(
  db: Db,
  { market, ...days }: Days & { readonly market?: string | undefined },
): Promise<Dated<{ readonly kind: 'promotion'; readonly name: string }>[]> {
  const kept = await listPromotions(db);
  const spans = kept.flatMap(({ promotion: { name, conditions }, isActive }) => {
    const { schedule, markets } = conditions;
    const isElsewhere = market !== undefined && markets !== undefined && !markets.includes(market);
    const { startsAt, endsAt } = schedule ?? {};
    if (!isActive || isElsewhere || (startsAt === undefined && endsAt === undefined)) return [];
    // It ends before its end.
    const last = endsAt?.subtract({ minutes: 1 }).toPlainDate();
    const shown = within(days, startsAt?.toPlainDate() ?? ENDLESS.from, last ?? ENDLESS.to);
    return shown === undefined ? [] : [{ kind: 'promotion' as const, name, ...shown }];
  });
  return spans.toSorted((a, b) => Temporal.PlainDate.compare(a.from, b.from));
}
