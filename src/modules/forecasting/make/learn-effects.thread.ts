import { answerThread } from '../../../platform/threads/index.ts';
import type { Effects } from './effects.ts';
import type { Item } from './item.ts';
import { learnEffects } from './learn-effects.ts';

export type LearnInput = {
  readonly items: readonly Item[];
  /** The first day of the past, as text: days cannot be handed over. */
  readonly from: string;
  readonly weeks: number;
};

answerThread(({ items, from, weeks }: LearnInput): Effects => {
  return learnEffects(items, { from: Temporal.PlainDate.from(from), weeks });
});
