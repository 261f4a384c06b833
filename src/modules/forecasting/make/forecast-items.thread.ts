import { serveThread } from '../../../platform/threads/index.ts';
import type { Calendar } from './calendar.ts';
import { type DraftPage, draftPage } from './draft.ts';
import type { Effects } from './effects.ts';
import { itemForecaster } from './forecast-item.ts';
import type { LearntItem } from './item.ts';

/** What all pages have in common. */
export type ThreadSetUp = {
  readonly effects: Effects;
  readonly calendar: Calendar;
  /** The first day of the past, as text: days cannot be handed over. */
  readonly from: string;
  readonly weeks: number;
};

serveThread(({ effects, calendar, from, weeks }: ThreadSetUp) => {
  const forecast = itemForecaster({
    effects,
    calendar,
    past: { from: Temporal.PlainDate.from(from), weeks },
  });
  return (items: readonly LearntItem[]): DraftPage => {
    return draftPage(items.map((item) => ({ item, own: forecast(item) })));
  };
});
