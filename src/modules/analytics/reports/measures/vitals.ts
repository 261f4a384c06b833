import type { Measure, Sums } from '../report.ts';
import { named, ratio, summed } from './ratio.ts';

const MEASURED_ON = 'By the day on which it was measured, in the shop’s zone.';

export const MEASURED = summed('count', {
  id: 'measured',
  about:
    'How often browsers told a value: Chrome, Edge and others of their kind tell all, Safari and Firefox some.',
  timeRule: MEASURED_ON,
});

/** The percentile by which web.dev and the Chrome UX Report judge a page. */
export const P75: Measure = {
  id: 'p75',
  kind: 'number',
  about:
    'Three of four page views had this value or a better one, to two digits. LCP, INP, FCP and TTFB in milliseconds; CLS has ' +
    'no unit.',
  timeRule: MEASURED_ON,
  of: ({ p75_thousandths: thousandths, judged }: Sums) => {
    if (thousandths === undefined || judged === undefined) return undefined;
    return judged === 0n ? null : Number(thousandths) / 1_000;
  },
};

export const GOOD = share('good', 'LCP ≤ 2.5 s, INP ≤ 200 ms, CLS ≤ 0.1, FCP ≤ 1.8 s, TTFB ≤ 0.8 s');
export const NEEDS_WORK = share('needs_work', 'between good and poor');
export const POOR = share('poor', 'LCP > 4 s, INP > 500 ms, CLS > 0.25, FCP > 3 s, TTFB > 1.8 s');

function share(id: string, which: string) {
  const about = `Values ${which} ÷ all of them. Thresholds of web.dev/articles/vitals, /fcp and /ttfb.`;
  return ratio('share', { id, about, timeRule: MEASURED_ON }, named(id), named('measured'));
}
