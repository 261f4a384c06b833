import type { RowOf } from '../../../../platform/cockpit/api/index.ts';
import { StateBadge, type Tone } from '../../../../platform/cockpit/value/index.ts';
import { orderWords } from '../words.ts';

type State = RowOf<'listReturns'>['state'];

const TONES: Readonly<Record<State, Tone>> = {
  ...{ requested: 'waiting', approved: 'active', rejected: 'neutral', received: 'good' },
};

export function ReturnStateBadge({ of }: { readonly of: State }) {
  return <StateBadge tone={TONES[of]}>{orderWords().returns.states[of]}</StateBadge>;
}
