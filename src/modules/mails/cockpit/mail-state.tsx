import { StateBadge, type Tone } from '../../../platform/cockpit/value/index.ts';
import { mailWords } from './words.ts';

export type MailState = 'queued' | 'kept' | 'sent' | 'failed';

const TONES: Readonly<Record<MailState, Tone>> = {
  queued: 'waiting',
  kept: 'neutral',
  sent: 'good',
  failed: 'bad',
};

export function MailStateBadge({ state }: { readonly state: MailState }) {
  return <StateBadge tone={TONES[state]}>{mailWords().states[state]}</StateBadge>;
}
