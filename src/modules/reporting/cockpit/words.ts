import { messagesOf } from '../../../platform/cockpit/text/index.ts';
import type { en } from './messages/en.ts';

export const reportingWords = () => messagesOf<typeof en>('reporting');

/** What reads and writes here are about. */
export const ABOUT = ['reporting'];
