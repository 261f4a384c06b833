import type { RowOf } from '../../../../platform/cockpit/api/index.ts';
import type { Column } from '../../../../platform/cockpit/table/index.ts';
import { percentOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { Interval, StateBadge, type Tone, Why } from '../../../../platform/cockpit/value/index.ts';
import styles from '../forecast.module.css';
import { GoodsCell } from '../goods-cell.tsx';
import { changeText, piecesText } from '../reason-text.ts';
import { forecastWords } from '../words.ts';
import { firstReason } from './first-reason.ts';

type Forecast = RowOf<'listForecasts'>;
type Flag = Forecast['flags'][number];

const TONES: Readonly<Record<Flag, Tone>> = {
  biased: 'bad',
  often_missed: 'bad',
  uncertain: 'waiting',
  out_of_stock: 'waiting',
  fading: 'neutral',
  adjusted: 'active',
};

export function columnsOf(): readonly Column<Forecast>[] {
  const t = forecastWords();
  const end = { align: 'end', width: '136px' } as const;
  const small = { align: 'end', width: '110px' } as const;
  return [
    { key: 'item', label: t.goods, cell: ({ item }) => <GoodsCell of={item} />, isTitle: true },
    {
      ...{ ...end, key: 'next4', label: t.next4, cell: ({ next4 }) => <Likely of={next4} /> },
      why: <Why title={t.next4} text={t.rangeText} steps={[]} />,
    },
    { ...end, key: 'next13', label: t.next13, cell: ({ next13 }) => <Likely of={next13} /> },
    {
      ...{ key: 'why', label: t.why, width: '20%' },
      cell: (forecast) => <span className={styles.quiet}>{firstReason(forecast, 2)}</span>,
    },
    {
      key: 'class',
      label: t.demandClass,
      cell: (one) => t.classes[one.demandClass],
      width: '130px',
      isHidden: true,
    },
    {
      ...{ ...small, key: 'bias', label: t.bias, width: '132px' },
      cell: ({ bias }) => (bias === undefined ? '–' : changeText(bias)),
      why: <Why title={t.bias} text={t.biasText} steps={[]} />,
    },
    {
      ...{ ...small, key: 'coverage', label: t.coverage, isHidden: true },
      cell: ({ coverage }) => (coverage === undefined ? '–' : percentOf(coverage, 0)),
      why: <Why title={t.coverage} text={t.coverageText} steps={[]} />,
    },
    {
      ...{ ...small, key: 'error', label: t.error, isHidden: true },
      cell: ({ error }) => (error === undefined ? '–' : ratioText(error)),
      why: <Why title={t.error} text={t.errorText} steps={[]} />,
    },
    {
      ...{ key: 'method', label: t.method, isHidden: true, width: '190px' },
      cell: ({ method }) => methodName(method),
    },
    { key: 'flags', label: t.flags, cell: ({ flags }) => <Flags of={flags} />, width: '150px' },
  ];
}

export function Likely({ of: { mean, low, high } }: { readonly of: Forecast['next4'] }) {
  return <Interval value={piecesText(mean)} low={piecesText(low)} high={piecesText(high)} />;
}

export function Flags({ of }: { readonly of: readonly Flag[] }) {
  const t = forecastWords();
  return (
    <span className={styles.flags}>
      {of.map((flag) => (
        <StateBadge key={flag} tone={TONES[flag]}>
          {t.flagNames[flag]}
        </StateBadge>
      ))}
    </span>
  );
}

/** What a method is called; one of another version by its id. */
export function methodName(method: string): string {
  const names: Readonly<Record<string, string>> = forecastWords().methods;
  return names[method] ?? method;
}

export function ratioText(ratio: number): string {
  return new Intl.NumberFormat(writtenIn().region, {
    ...{ minimumFractionDigits: 2, maximumFractionDigits: 2 },
  }).format(ratio);
}
