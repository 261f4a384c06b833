import type { Tone } from '../../../platform/cockpit/value/index.ts';

export const STATES = ['pending', 'delivered', 'failed'] as const;
export const DELIVERY_TONES = {
  pending: 'waiting',
  delivered: 'good',
  failed: 'bad',
} as const satisfies Readonly<Record<(typeof STATES)[number], Tone>>;
