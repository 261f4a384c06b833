import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { FoldingTable } from '../../../../platform/cockpit/table/index.ts';
import { countOf, percentOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge, Why } from '../../../../platform/cockpit/value/index.ts';
import { methodName, ratioText } from '../list/columns.tsx';
import { changeText } from '../reason-text.ts';
import { forecastWords } from '../words.ts';

type Tested = Told<'readForecast'>['backtest'][number];

/** How each method would have forecast the weeks behind, the best first. */
export function BacktestCard({ of }: { readonly of: readonly Tested[] }) {
  const t = forecastWords();
  const weeks = Math.max(0, ...of.map((one) => one.weeks));
  if (of.length === 0) return <Card title={t.item.backtest}>{t.item.noBacktest}</Card>;
  return (
    <Card title={t.item.backtest} about={t.item.backtestAbout(countOf(weeks))} isFlush>
      <FoldingTable
        rows={of}
        keyOf={({ method }) => method}
        isMarked={({ isChosen }) => isChosen}
        columns={[
          {
            ...{ key: 'method', label: t.method },
            cell: ({ method, isChosen }) => (
              <>
                {methodName(method)} {isChosen && <StateBadge tone="good">{t.item.used}</StateBadge>}
              </>
            ),
          },
          {
            ...{ key: 'loss', label: t.item.loss, align: 'end' },
            why: <Why title={t.item.loss} text={t.item.lossText} steps={[]} />,
            cell: (one) => lossText(one.quantileLoss),
          },
          {
            ...{ key: 'mean', label: t.item.meanError, align: 'end' },
            cell: (one) => lossText(one.meanError),
          },
          {
            ...{ key: 'error', label: t.error, align: 'end' },
            cell: (one) => (one.scaledError === undefined ? '–' : ratioText(one.scaledError)),
          },
          {
            ...{ key: 'bias', label: t.bias, align: 'end' },
            cell: (one) => (one.bias === undefined ? '–' : changeText(one.bias)),
          },
          {
            ...{ key: 'coverage', label: t.coverage, align: 'end' },
            cell: (one) => (one.coverage === undefined ? '–' : percentOf(one.coverage, 0)),
          },
        ]}
      />
    </Card>
  );
}

function lossText(pieces: number): string {
  return new Intl.NumberFormat(writtenIn().region, { maximumFractionDigits: 2 }).format(pieces);
}
