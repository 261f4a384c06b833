import type { RowOf } from '../../../platform/cockpit/api/index.ts';
import { StateBadge, type Tone } from '../../../platform/cockpit/value/index.ts';
import { webhookWords } from './words.ts';

export type Endpoint = RowOf<'listWebhookEndpoints'>;
type State = 'on' | 'off' | 'gone' | 'rotating';

const TONES: Readonly<Record<State, Tone>> = { on: 'good', off: 'neutral', gone: 'bad', rotating: 'waiting' };

export function EndpointState({ of }: { readonly of: Endpoint }) {
  const state = stateOf(of);
  return <StateBadge tone={TONES[state]}>{webhookWords().states[state]}</StateBadge>;
}

function stateOf({ isActive, inactiveReason, isRotating }: Endpoint): State {
  if (!isActive) return inactiveReason === 'gone' ? 'gone' : 'off';
  return isRotating ? 'rotating' : 'on';
}

/** `*` and `orders.*` in words, a topic as it is called. */
export function topicText(pattern: string): string {
  const t = webhookWords();
  if (pattern === '*') return t.everything;
  const groups: Readonly<Record<string, string>> = t.groups;
  const [group = ''] = pattern.split('.');
  return pattern.endsWith('.*') ? t.allOf(groups[group] ?? group) : pattern;
}
