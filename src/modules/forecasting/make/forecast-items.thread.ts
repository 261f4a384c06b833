import { serveThread } from '../../../platform/threads/index.ts';
import type { Calendar } from './calendar.ts';
import { type DraftPage, draftPage } from './draft.ts';
import type { Effects } from './effects.ts';
import { itemForecaster } from './forecast-item.ts';
import type { LearntItem } from './item.ts';
import { learnEffects } from './learn-effects.ts';

/** What all pages have in common. */
export type ThreadSetUp = {
  readonly calendar: Calendar;
  /** The first day of the past, as text: days cannot be handed over. */
  readonly from: string;
  readonly weeks: number;
};

/** What a thread is asked: first one of them for effects, then each for forecasts by them. A thread more would be 100 MB more. */
export type ThreadAsk =
  | { readonly of: 'effects'; readonly items: readonly LearntItem[] }
  | { readonly of: 'drafts'; readonly items: readonly LearntItem[]; readonly effects: Effects };

export type ThreadAnswer =
  | { readonly of: 'effects'; readonly effects: Effects }
  | { readonly of: 'drafts'; readonly page: DraftPage };

serveThread(({ calendar, from, weeks }: ThreadSetUp) => {
  const past = { from: Temporal.PlainDate.from(from), weeks };
  return (ask: ThreadAsk): ThreadAnswer => {
    if (ask.of === 'effects') return { of: 'effects', effects: learnEffects(ask.items, { weeks, calendar }) };
    const forecast = itemForecaster({ effects: ask.effects, calendar, past });
    const page = draftPage(ask.items.map((item) => ({ item, own: forecast(item) })));
    return { of: 'drafts', page };
  };
});
