import { HeartPulse } from 'lucide-react';
import { type RowOf, type Told, useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable, ListBar, shownColumns } from '../../../../platform/cockpit/table/index.ts';
import { countOf, moneyOf, percentOf, sinceOf } from '../../../../platform/cockpit/text/index.ts';
import {
  Count,
  Interval,
  Money,
  Pictured,
  StateBadge,
  type Tone,
  Why,
} from '../../../../platform/cockpit/value/index.ts';
import { picturedOf } from '../item.ts';
import { replenishmentWords } from '../words.ts';
import styles from './health.module.css';

type Row = RowOf<'listStockHealth'>;
type State = Row['state'];
const STATES = [
  'out',
  'low',
  'healthy',
  'expiring',
  'over',
  'slow',
  'dead',
] as const satisfies readonly State[];
const SORTS = ['over', 'lost', 'value'] as const;
const TONES: Readonly<Record<State, Tone>> = {
  ...{
    out: 'bad',
    low: 'waiting',
    healthy: 'good',
    expiring: 'bad',
    over: 'waiting',
    slow: 'waiting',
    dead: 'bad',
  },
};

/** Which stock sells, which lies and which is missing, with the money that is tied up and lost. */
export function Screen() {
  const t = replenishmentWords();
  const [query, change] = useAddress();
  const asked = {
    state: STATES.find((state) => state === textIn(query, 'state')),
    sort: SORTS.find((sort) => sort === textIn(query, 'sort')),
  };
  const rows = useRows('listStockHealth', { query: asked }, { about: ['replenishment'], isKept: true });
  const columns = columnsOf();
  const reviewedAt = rows.first?.reviewedAt;
  const about = reviewedAt === undefined ? undefined : t.reviewed(sinceOf(reviewedAt));
  return (
    <Page title={t.health.title} about={[t.health.about, about].filter(Boolean).join(' · ')} isWhole>
      {rows.first && <Summary of={rows.first} chosen={asked.state} choose={(state) => change({ state })} />}
      <ListBar
        filters={[
          {
            ...{ key: 'state', label: t.health.state, kind: 'choice' },
            options: STATES.map((value) => ({ value, label: t.health.states[value] })),
          },
        ]}
        sortings={SORTS.map((value) => ({ value, label: t.health.sorts[value] }))}
        columns={columns}
      />
      <DataTable
        label={t.health.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={rows}
        idOf={({ item }) => item.variantId}
        pathOf={({ item }) => `/stock/movements?variantId=${item.variantId}`}
        isFiltered={asked.state !== undefined}
        empty={<EmptyState icon={HeartPulse} title={t.health.empty} text={t.health.emptyText} />}
        phone={(row) => ({
          title: row.item.title,
          detail: [picturedOf(row.item).detail, countOf(row.onHand)].filter(Boolean).join(' · '),
          aside: <Badge of={row.state} />,
        })}
      />
    </Page>
  );
}

function Badge({ of }: { readonly of: State }) {
  return <StateBadge tone={TONES[of]}>{replenishmentWords().health.states[of]}</StateBadge>;
}

type First = Told<'listStockHealth'>;

/** How many are in which state, and the two sums that matter: what lies too long, and what was lost. */
function Summary({
  of: { states = [], lost },
  chosen,
  choose,
}: {
  readonly of: First;
  readonly chosen: State | undefined;
  readonly choose: (state: State | undefined) => void;
}) {
  const t = replenishmentWords();
  return (
    <div className={styles.summary}>
      {STATES.flatMap((state) => {
        const one = states.find((of) => of.state === state);
        if (one === undefined) return [];
        const isChosen = state === chosen;
        return (
          <button
            key={state}
            type="button"
            className={styles.tile}
            aria-pressed={isChosen}
            onClick={() => choose(isChosen ? undefined : state)}
          >
            <Badge of={state} />
            <span className={styles.number}>{countOf(one.variants)}</span>
            <span className={styles.detail}>
              {one.value === undefined ? t.health.stateText[state] : moneyOf(one.value)}
            </span>
          </button>
        );
      })}
      {lost && (
        <div className={styles.lost}>
          <span className={styles.detail}>
            {t.health.lostTitle} <Why title={t.health.lostTitle} text={t.health.lostText} />
          </span>
          <Interval value={moneyOf(lost.margin)} low={moneyOf(lost.low)} high={moneyOf(lost.high)} />
        </div>
      )}
    </div>
  );
}

function columnsOf(): readonly Column<Row>[] {
  const t = replenishmentWords();
  const words = t.health;
  const end = { align: 'end', width: '104px' } as const;
  const days = (of: number | undefined) => (of === undefined ? '–' : t.days(of));
  return [
    { key: 'item', label: t.goods, cell: ({ item }) => <Pictured {...picturedOf(item)} />, isTitle: true },
    { key: 'state', label: words.state, cell: ({ state }) => <Badge of={state} />, width: '128px' },
    { ...end, key: 'onHand', label: words.onHand, cell: ({ onHand }) => <Count of={onHand} /> },
    { ...end, key: 'value', label: words.value, cell: ({ value }) => value && <Money of={value} /> },
    { ...end, key: 'cover', label: t.cover, cell: ({ coverDays }) => days(coverDays) },
    { ...end, key: 'sold', label: words.sold, cell: ({ sold90 }) => <Count of={sold90} /> },
    {
      ...{ ...end, key: 'over', label: words.over },
      cell: ({ overValue, overPieces }) => (overValue && overPieces > 0 ? <Money of={overValue} /> : '–'),
    },
    {
      ...{ ...end, key: 'lost', label: words.lost },
      cell: ({ lost }) => (lost && lost.pieces > 0 ? <Money of={lost.margin} /> : '–'),
    },
    { ...end, key: 'classes', label: words.classes, cell: ({ abc, xyz }) => `${abc}${xyz}`, width: '72px' },
    {
      ...{ ...end, key: 'sellThrough', label: words.sellThrough, isHidden: true },
      cell: ({ sellThrough }) => (sellThrough === undefined ? '–' : percentOf(sellThrough, 0)),
    },
    {
      ...{ ...end, key: 'turnover', label: words.turnover, isHidden: true },
      cell: ({ turnover }) => (turnover === undefined ? '–' : countOf(Math.round(turnover * 10) / 10)),
    },
    {
      ...{ ...end, key: 'gmroi', label: words.gmroi, isHidden: true },
      cell: ({ gmroi }) => (gmroi === undefined ? '–' : countOf(Math.round(gmroi * 100) / 100)),
    },
    {
      ...end,
      key: 'unsold',
      label: words.unsold,
      isHidden: true,
      cell: ({ unsoldDays }) => days(unsoldDays),
    },
    { ...end, key: 'out', label: words.out, isHidden: true, cell: ({ daysOut }) => <Count of={daysOut} /> },
  ];
}
