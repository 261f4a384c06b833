import { answerThread } from '../../../platform/threads/index.ts';
import type { Effects } from './effects.ts';
import type { LearntItem } from './item.ts';
import { type Learning, learnEffects } from './learn-effects.ts';

export type LearnInput = Learning & { readonly items: readonly LearntItem[] };

answerThread(({ items, ...learning }: LearnInput): Effects => learnEffects(items, learning));
