import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { analyticsWords, wordOf } from '../words.ts';
import {
  amountText,
  type Explanation,
  explainedIn,
  type Finding,
  factorText,
  signedText,
} from './explanation.ts';

/** How a segment is called. */
export type SegmentName = (dimension: string, of: Readonly<Record<string, string>>) => string;

/** What is worth saying about a change, in the person's language. */
export function sentencesOf(told: Explanation, nameOf: SegmentName): readonly string[] {
  return told.findings.map((finding) => sentenceOf(told, finding, nameOf));
}

function sentenceOf(told: Explanation, finding: Finding, nameOf: SegmentName): string {
  const t = analyticsWords().why;
  const { of, currency } = told;
  const signed = (amount: string) => signedText(of, amount, currency);
  switch (finding.kind) {
    case 'change':
      return changeSentence(told);
    case 'factor':
    case 'also':
    case 'against': {
      const [was, is] = [finding.before, finding.after].map((value) => {
        return factorText(finding.factor, value ?? null, currency);
      });
      const how = finding.before === null && finding.after === null ? '' : t.how(was ?? '', is ?? '');
      return t[finding.kind](t.inText[finding.factor], signed(finding.change), how);
    }
    case 'segment':
      return t.segment(
        wordOf(t.inSegments, finding.dimension),
        nameOf(finding.dimension, finding.of),
        signed(finding.change),
      );
    case 'spread':
      return t.spread;
    case 'chance_of_orders':
      return t.chanceOfOrders(countOf(finding.before), countOf(finding.after));
    case 'chance_of_conversion':
      return t.chanceOfConversion(pointsText(finding.low), pointsText(finding.high));
    case 'tracking':
      return t.tracking(percentOf(finding.before, 0), percentOf(finding.after, 0));
  }
}

function changeSentence({ of, currency, before, after, change }: Explanation): string {
  const t = analyticsWords().why;
  const what = t.of[explainedIn(of)];
  const [was, is] = [before, after].map((amount) => amountText(of, amount, currency));
  if (Number(change) === 0) return t.same(what, is ?? '');
  const by = amountText(of, change.replace('-', ''), currency);
  return (change.startsWith('-') ? t.fell : t.rose)(what, by, was ?? '', is ?? '');
}

function pointsText(share: number): string {
  return `${share > 0 ? '+' : ''}${percentOf(share, 2)}`;
}
