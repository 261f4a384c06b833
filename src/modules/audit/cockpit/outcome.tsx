import { StateBadge, type Tone } from '../../../platform/cockpit/value/index.ts';
import { auditWords } from './words.ts';

export const OUTCOMES = ['done', 'refused', 'failed', 'asked'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const TONES: Readonly<Record<Outcome, Tone>> = {
  done: 'good',
  refused: 'waiting',
  failed: 'bad',
  asked: 'neutral',
};

export function OutcomeBadge({ outcome }: { readonly outcome: Outcome }) {
  return <StateBadge tone={TONES[outcome]}>{auditWords().outcomes[outcome]}</StateBadge>;
}
