import type { Tone } from '../../../platform/cockpit/value/index.ts';
import type { Decision } from './decision.ts';

export const TONES: Readonly<Record<Decision['state'], Tone>> = {
  ...({ proposed: 'waiting', edited: 'waiting', approved: 'active', applied: 'good' } as const),
  ...({ undone: 'neutral', rejected: 'neutral', expired: 'neutral', failed: 'bad' } as const),
};
