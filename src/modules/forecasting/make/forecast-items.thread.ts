import { answerThread } from '../../../platform/threads/index.ts';
import type { Effects } from './effects.ts';
import { forecastItem, type OwnForecast } from './forecast-item.ts';
import type { Item, Past } from './item.ts';

export type ThreadInput = {
  readonly items: readonly Item[];
  readonly effects: Effects;
  /** The first day of the past, as text: days cannot be handed over. */
  readonly from: string;
  readonly weeks: number;
};

answerThread(({ items, effects, from, weeks }: ThreadInput): OwnForecast[] => {
  const past: Past = { from: Temporal.PlainDate.from(from), weeks };
  return items.map((item) => forecastItem(item, effects, past));
});
