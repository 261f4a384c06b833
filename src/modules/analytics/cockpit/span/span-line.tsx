import { momentOf } from '../../../../platform/cockpit/text/index.ts';
import type { Report } from '../report.ts';
import { analyticsWords } from '../words.ts';
import { daysText } from './day-text.ts';
import { useAsked } from './use-asked.ts';

/** In words: of which days the numbers are, against which, and until when everything is in them. */
export function SpanLine({ of }: { readonly of: Report | undefined }) {
  const t = analyticsWords();
  const [{ days, hour, problem }] = useAsked();
  if (problem !== undefined) return null;
  const parts = [
    daysText(of?.span ?? days),
    ...(of?.comparedWith ? [t.against(daysText(of.comparedWith))] : []),
    ...(of?.comparedWith && days.to === hour.slice(0, 10) ? [t.todayGoesOn] : []),
    ...(of?.asOf ? [t.asOf(momentOf(of.asOf))] : []),
  ];
  return <>{parts.join(' · ')}</>;
}
