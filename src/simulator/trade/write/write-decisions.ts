import { putPastDecisions } from '../../../modules/collector/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { decisionsOn } from '../decisions.ts';
import type { TradeDay } from '../trade.ts';
import type { Truths } from '../truths.ts';
import { ORIGIN } from './origin.ts';

type Counted = { accepted: number; rejected: number; withdrawn: number };

/** Counts day by day how visitors of a past decided; nobody's browser decided for them. */
export function decisionBook(
  { seed, lastDay }: { readonly seed: number; readonly lastDay: Temporal.PlainDate },
  truths: Truths,
) {
  const days = Array.from(
    { length: truths.days },
    (): Counted => ({ accepted: 0, rejected: 0, withdrawn: 0 }),
  );
  const first = lastDay.subtract({ days: truths.days - 1 });
  return {
    add: (traded: Pick<TradeDay, 'date' | 'visits'>): void => {
      const { accepted, rejected, withdrawnAfter } = decisionsOn(traded, truths, seed);
      const today = days[traded.date.index];
      if (today) Object.assign(today, { accepted, rejected });
      for (const after of withdrawnAfter) {
        const then = days[traded.date.index + after];
        if (then) then.withdrawn += 1;
      }
    },
    write: (db: Db): Promise<void> =>
      db.transaction().execute((tx) =>
        putPastDecisions(tx, {
          origin: ORIGIN,
          days: days.map((counts, index) => ({ ...counts, bySignal: 0, day: first.add({ days: index }) })),
        }),
      ),
  };
}
