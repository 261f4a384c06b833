import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { StateBadge, type Tone } from '../../../../platform/cockpit/value/index.ts';
import { reportingWords } from '../words.ts';

export type ListedAlert = Told<'listReportAlerts'>['items'][number];

export type State = 'firing' | 'muted' | 'snoozed' | 'problem' | 'new' | 'quiet';
const TONES: Readonly<Record<State, Tone>> = {
  ...{
    firing: 'bad',
    muted: 'neutral',
    snoozed: 'neutral',
    problem: 'waiting',
    new: 'neutral',
    quiet: 'good',
  },
};

/** How it stands with an alert, the most urgent first. */
export function stateOf(alert: ListedAlert, now: number): State {
  const { lastFiring, isMuted, snoozedUntil, problem, judgedTo } = alert;
  if (problem !== '') return 'problem';
  if (lastFiring !== undefined && lastFiring.endedAt === undefined) return 'firing';
  if (isMuted) return 'muted';
  if (snoozedUntil !== undefined && Date.parse(snoozedUntil) > now) return 'snoozed';
  return judgedTo === '' ? 'new' : 'quiet';
}

export function AlertState({ of }: { readonly of: ListedAlert }) {
  const state = stateOf(of, Date.now());
  return <StateBadge tone={TONES[state]}>{reportingWords().alerts.states[state]}</StateBadge>;
}
