import { keepThreads } from '../../../platform/threads/index.ts';
import type { DraftPage } from '../make/draft.ts';
import type { Effects } from '../make/effects.ts';
import type { ThreadAnswer, ThreadAsk, ThreadSetUp } from '../make/forecast-items.thread.ts';
import type { LearntItem } from '../make/item.ts';

/** Threads that learn what goods have in common, and forecast them. */
export type ForecastThreads = {
  /** The most wanted first. */
  readonly learn: (items: readonly LearntItem[]) => Promise<Effects>;
  readonly draft: (items: readonly LearntItem[], effects: Effects) => Promise<DraftPage>;
  readonly close: () => Promise<void>;
};

export const THREADS = 2;
const HEAP_MB = 128;
const PROGRAM = new URL('../make/forecast-items.thread.ts', import.meta.url);

export function forecastThreads(setUp: ThreadSetUp): ForecastThreads {
  const threads = keepThreads<ThreadAsk, ThreadAnswer>(PROGRAM, {
    ...{ count: THREADS, setUp, heapMb: HEAP_MB },
  });
  return {
    learn: async (items) => {
      const answer = await threads.ask({ of: 'effects', items });
      if (answer.of !== 'effects') throw new Error(`effects were asked for, not ${answer.of}`);
      return answer.effects;
    },
    draft: async (items, effects) => {
      const answer = await threads.ask({ of: 'drafts', items, effects });
      if (answer.of !== 'drafts') throw new Error(`drafts were asked for, not ${answer.of}`);
      return answer.page;
    },
    close: threads.close,
  };
}
