import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { countOf, moneyOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { decisionWords } from '../words.ts';

export type Mandate = Told<'listMandates'>['items'][number];

/** The rule in plain sentences. */
export function sentencesOf({
  rule,
  limits,
  isDryRun,
}: Pick<Mandate, 'rule' | 'limits' | 'isDryRun'>): string {
  const t = decisionWords();
  const said = t.mandate.sentence;
  if (rule !== 'within') return said[rule];
  const { most, week, weekCount, mostShare, leastValue, onlyReversible, fromHour, toHour } = limits;
  const weekly = [
    ...(week ? [moneyOf(week)] : []),
    ...(weekCount === undefined ? [] : [said.count(countOf(weekCount), weekCount)]),
  ].join(' · ');
  const hour = (of: number) => `${String(of).padStart(2, '0')}:00`;
  return [
    said.within(most ? moneyOf(most) : '–', weekly),
    ...(mostShare === undefined ? [] : [said.share(percentOf(mostShare, 0))]),
    ...(leastValue ? [said.least(moneyOf(leastValue))] : []),
    ...(fromHour === toHour ? [] : [said.hours(hour(fromHour), hour(toHour))]),
    ...(onlyReversible ? [said.reversible] : []),
    said.mayCost,
    ...(isDryRun ? [said.dryRun] : []),
  ].join(' ');
}
