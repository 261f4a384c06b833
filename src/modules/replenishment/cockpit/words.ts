import { messagesOf } from '../../../platform/cockpit/text/index.ts';
import type { en } from './messages/en.ts';

export const replenishmentWords = () => messagesOf<typeof en>('replenishment');
