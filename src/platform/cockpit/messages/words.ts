import { messagesOf } from '../text/messages.ts';
import type { en } from './en.ts';

/** The kit's own words. */
export const words = () => messagesOf<typeof en>('kit');
