import type { Told } from '../../../platform/cockpit/api/index.ts';
import { messagesOf } from '../../../platform/cockpit/text/index.ts';
import type { en } from './messages/en.ts';

export const trackingWords = () => messagesOf<typeof en>('tracking');

export type Tracking = Told<'readTracking'>;
export type Purpose = Tracking['gpcRefuses'][number];
export type Reason = Tracking['dropped'][number]['reason'];

/** What was put aside for one of these can be put back. */
export const SUSPICIONS = ['staff', 'user_agent', 'headless', 'prefetch', 'rate'] as const;
