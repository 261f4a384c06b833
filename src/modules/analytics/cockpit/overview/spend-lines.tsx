import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { LoadingState } from '../../../../platform/cockpit/page/index.ts';
import type { Report } from '../report.ts';
import { ReportShown } from '../report-shown.tsx';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import type { LeftLine } from './left.ts';
import { LeftLines } from './left-lines.tsx';
import styles from './overview.module.css';
import { tileOf } from './tiles.ts';
import { untilIn } from './tiles-row.tsx';

/** For who may not see what goods cost: what advertising cost, and what was sold for it. */
export function SpendLines({ asked, currency }: { readonly asked: Asked; readonly currency: string }) {
  const { from, to, grain, compare } = asked.query;
  const comparison = compare === undefined ? '' : `COMPARE TO ${compare} `;
  // Accounts tell it by the day.
  const step = grain === 'hour' ? 'day' : grain;
  const q = `SHOW ad_spend, mer TIMESERIES ${step} SINCE ${from} UNTIL ${to} ${comparison}IN ${currency}`;
  const isOff = asked.market !== '';
  const read = useRead('readExploration', { query: { q } }, { about: ['analytics'], isOff, isKept: true });
  if (isOff) return <p className={styles.nothing}>{analyticsWords().overview.spendOfAll}</p>;
  return (
    <ReportShown of={read} loading={<LoadingState lines={2} />}>
      {(report) => <LeftLines asked={asked} lines={linesOf(report, currency, untilIn(asked))} />}
    </ReportShown>
  );
}

function linesOf(report: Report, currency: string, until: string): readonly LeftLine[] {
  const of = { currency, until, isGoodUp: undefined };
  return [
    { ...tileOf(report, { ...of, measure: 'ad_spend' }), line: 'ads' },
    { ...tileOf(report, { ...of, measure: 'mer', isGoodUp: true }), line: 'mer' },
  ];
}
