import { StateBadge, type Tone } from '../../../platform/cockpit/value/index.ts';
import { importWords } from './words.ts';

type State = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
const TONES: Readonly<Record<State, Tone>> = {
  ...{ waiting: 'waiting', running: 'active', done: 'good', cancelled: 'neutral', failed: 'bad' },
};

export function RunBadge({ of: { state } }: { readonly of: { readonly state: State } }) {
  return <StateBadge tone={TONES[state]}>{importWords().states[state]}</StateBadge>;
}
