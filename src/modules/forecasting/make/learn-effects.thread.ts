import { answerThread } from '../../../platform/threads/index.ts';
import type { Effects } from './effects.ts';
import type { Item } from './item.ts';
import { type Learning, learnEffects } from './learn-effects.ts';

export type LearnInput = Learning & { readonly items: readonly Item[] };

answerThread(({ items, ...learning }: LearnInput): Effects => learnEffects(items, learning));
