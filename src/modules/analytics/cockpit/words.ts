import { messagesOf } from '../../../platform/cockpit/text/index.ts';
import type { en } from './messages/en.ts';

export const analyticsWords = () => messagesOf<typeof en>('analytics');
export type AnalyticsWords = ReturnType<typeof analyticsWords>;

export { nameIn as wordOf } from '../language/names/names.ts';
