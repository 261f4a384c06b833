import { SegmentedControl } from '@mantine/core';
import { Equal } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, LoadingState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { ExploreDrawer } from '../explore/explore-drawer.tsx';
import { useNames } from '../report/row-name.ts';
import { currenciesIn, type Row } from '../report.ts';
import { ReportShown, SpanProblem, useFreshNumbers } from '../report-shown.tsx';
import { SpanBar } from '../span/span-bar.tsx';
import { SpanLine } from '../span/span-line.tsx';
import { type Asked, useAsked } from '../span/use-asked.ts';
import { analyticsWords, wordOf } from '../words.ts';
import { EXPLAINED, type Explanation, explainedIn } from './explanation.ts';
import { Segments } from './segments.tsx';
import { type SegmentName, sentencesOf } from './sentences.ts';
import { Waterfall } from './waterfall.tsx';
import styles from './why.module.css';

/** Why a number changed: in words, factor by factor, and where. */
export function Screen() {
  const t = analyticsWords();
  const { shop } = useSession();
  const [asked] = useAsked();
  const { problem } = asked;
  // Without a comparison there is no change to explain.
  const compare = asked.comparison === 'none' ? 'previous' : asked.comparison;
  const sent = { params: { id: 'sales_over_time' }, query: { ...asked.query, compare } };
  const about = { about: ['analytics'], isOff: problem !== undefined, isKept: true };
  const sales = useRead('runReport', sent, about);
  useFreshNumbers(sales);
  const currencies = sales.data ? currenciesIn(sales.data, shop.currency) : [];
  const currency = currencies.find((one) => one === asked.currency) ?? currencies[0] ?? shop.currency;
  return (
    <Page title={t.why.title} back="/analytics" about={<SpanLine of={sales.data} />}>
      <SpanBar currencies={currencies} currency={currency} />
      {problem !== undefined ? (
        <SpanProblem of={problem} />
      ) : (
        <ReportShown of={sales} loading={<LoadingState lines={12} />}>
          {() => <Explained asked={asked} compare={compare} currency={currency} />}
        </ReportShown>
      )}
    </Page>
  );
}

function Explained({
  asked,
  compare,
  currency,
}: {
  readonly asked: Asked;
  readonly compare: 'previous' | 'last_year';
  readonly currency: string;
}) {
  const [query] = useAddress();
  const hasCosts = useMay()('costs:read');
  const chosen = explainedIn(textIn(query, 'of'));
  const of = chosen === 'contribution_margin_1' && !hasCosts ? 'net_sales' : chosen;
  const { days, market } = asked;
  const read = useRead(
    'explainChange',
    { params: { of }, query: { ...days, compare, currency, ...(market === '' ? {} : { market }) } },
    { about: ['analytics'], isKept: true },
  );
  return (
    <>
      <Choice of={of} hasCosts={hasCosts} />
      <Shown of={read} loading={<LoadingState lines={12} />}>
        {(told) => <Told told={told} asked={asked} />}
      </Shown>
    </>
  );
}

function Choice({ of, hasCosts }: { readonly of: string; readonly hasCosts: boolean }) {
  const t = analyticsWords().why;
  const [, change] = useAddress();
  const data = EXPLAINED.filter((one) => hasCosts || one !== 'contribution_margin_1');
  return (
    <div>
      <SegmentedControl
        aria-label={t.number}
        value={of}
        data={data.map((value) => ({ value, label: t.of[value] }))}
        onChange={(value) => change({ of: value })}
      />
    </div>
  );
}

function Told({ told, asked }: { readonly told: Explanation; readonly asked: Asked }) {
  const t = analyticsWords().why;
  const nameOf = useSegmentNames(asked);
  const [opened, setOpened] = useState<Opened>();
  if (Number(told.before) === 0 && Number(told.after) === 0) {
    return <EmptyState icon={Equal} title={t.nothing} text={t.nothingText} />;
  }
  return (
    <>
      <Card title={t.summary}>
        <ul className={styles.said}>
          {sentencesOf(told, nameOf).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className={styles.note}>{noteOf(told)}</p>
      </Card>
      <Card title={t.waterfall} about={t.waterfallAbout}>
        <Waterfall of={told} />
      </Card>
      <Segments
        of={told}
        nameOf={nameOf}
        onOpen={(dimension, { of }) =>
          setOpened({
            query: queryOf(dimension, asked),
            row: { of, currency: told.currency, values: {} },
            title: nameOf(dimension, of),
          })
        }
      />
      <ExploreDrawer
        text={opened?.query ?? ''}
        row={opened?.row}
        title={opened?.title ?? ''}
        onClose={() => setOpened(undefined)}
      />
    </>
  );
}

type Opened = { readonly query: string; readonly row: Row; readonly title: string };

/** The question of which a segment is a row: by it, its orders are found. */
function queryOf(dimension: string, { days, market }: Asked): string {
  const within = market === '' ? '' : ` MARKET '${market.replaceAll("'", "''")}'`;
  return `FROM sales SHOW net_sales GROUP BY ${dimension} SINCE ${days.from} UNTIL ${days.to}${within}`;
}

function noteOf({ trackedShare: { before, after }, currency }: Explanation): string {
  const t = analyticsWords().why;
  // Where no visit is known at all, no factor is of visits.
  if (before === null || after === null || before + after === 0) return t.note;
  return `${t.note} ${t.tracked(percentOf(before, 0), percentOf(after, 0), currency)}`;
}

function useSegmentNames({ grain }: Asked): SegmentName {
  const { why } = analyticsWords();
  const nameOf = useNames(grain);
  return (dimension, of) => {
    if (Object.keys(of).length === 0) return why.others;
    if (of[dimension] === '' && dimension === 'product') return why.noProduct;
    const named = dimension === 'product' ? 'title' : dimension;
    return nameOf({ of, values: {} }, named) || wordOf(why.dimensions, dimension);
  };
}
