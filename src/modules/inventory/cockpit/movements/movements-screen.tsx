import { ArrowLeftRight } from 'lucide-react';
import { type RowOf, useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress } from '../../../../platform/cockpit/state/index.ts';
import {
  type Column,
  DataTable,
  ExportButton,
  type Filter,
  ListBar,
  shownColumns,
} from '../../../../platform/cockpit/table/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { When } from '../../../../platform/cockpit/value/index.ts';
import { ItemCell } from '../item-cell.tsx';
import styles from '../levels/levels.module.css';
import { usePlaces } from '../places.ts';
import { useWho } from '../who.ts';
import { stockWords } from '../words.ts';
import { LevelHead } from './level-head.tsx';

type Movement = RowOf<'listStockMovements'>;
const REASONS = [
  'sold',
  'received',
  'returned',
  'transfer',
  'count',
  'correction',
  'damaged',
  'import',
] as const;

/** What moved, who moved it and why; of one level with what was there after each. */
export function Screen() {
  const t = stockWords();
  const [query] = useAddress();
  const { places, nameOf } = usePlaces();
  const who = useWho();
  const asked = askedIn(query);
  const moves = useRows('listStockMovements', { query: asked }, { about: ['inventory'], isKept: true });
  const isOneLevel = asked.variantId !== undefined && asked.locationId !== undefined;
  const columns = columnsOf({ nameOf, who, isOneLevel });
  const item = asked.variantId === undefined ? undefined : moves.rows[0]?.item;
  const filters: readonly Filter[] = [
    {
      ...{ key: 'reason', label: t.reason, kind: 'choice', isMany: true },
      options: REASONS.map((value) => ({ value, label: t.reasons[value] })),
    },
    { key: 'locationId', label: t.place, kind: 'choice', options: [...places] },
  ];
  return (
    <Page
      title={item?.title ?? t.movements}
      {...(asked.variantId === undefined ? {} : { back: '/stock' })}
      about={item === undefined ? t.movementsText : [item.options, item.sku].filter(Boolean).join(' · ')}
      isWhole
    >
      {asked.variantId !== undefined && asked.locationId !== undefined && (
        <LevelHead variantId={asked.variantId} locationId={asked.locationId} />
      )}
      <ListBar filters={filters} columns={columns}>
        <ExportButton operation="beginMovementExport" query={asked} title={t.movements} />
      </ListBar>
      <DataTable
        label={t.movements}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={moves}
        idOf={({ id }) => id}
        isFiltered={Object.values(asked).some((value) => value !== undefined)}
        empty={<EmptyState icon={ArrowLeftRight} title={t.noMovements} text={t.movementsText} />}
        phone={({ item: goods, quantity, reason, movedAt }) => ({
          title: goods?.title ?? t.gone,
          detail: (
            <>
              {t.reasons[reason]} · <When at={movedAt} />
            </>
          ),
          aside: <Signed of={quantity} />,
        })}
      />
    </Page>
  );
}

function askedIn(query: Readonly<Record<string, unknown>>) {
  const reasons = REASONS.filter((reason) => textsIn(query, 'reason').includes(reason));
  return {
    variantId: textIn(query, 'variantId') || undefined,
    locationId: textIn(query, 'locationId') || undefined,
    reason: reasons.length === 0 ? undefined : reasons,
  };
}

function columnsOf(by: {
  readonly nameOf: (id: string) => string;
  readonly who: (actor: string) => string;
  readonly isOneLevel: boolean;
}): readonly Column<Movement>[] {
  const t = stockWords();
  const after: readonly Column<Movement>[] = by.isOneLevel
    ? [
        {
          ...{ key: 'after', label: t.onHandAfter, align: 'end', width: '120px' },
          cell: ({ onHandAfter }) => <span className={styles.figure}>{countOf(onHandAfter ?? 0)}</span>,
        },
      ]
    : [];
  return [
    {
      ...{ key: 'item', label: t.goods, isTitle: true },
      cell: ({ item }) => (item === undefined ? t.gone : <ItemCell item={item} />),
    },
    {
      key: 'quantity',
      label: t.quantity,
      cell: ({ quantity }) => <Signed of={quantity} />,
      align: 'end',
      width: '100px',
    },
    ...after,
    { key: 'reason', label: t.reason, cell: ({ reason }) => t.reasons[reason], width: '130px' },
    { key: 'place', label: t.place, cell: ({ locationId }) => by.nameOf(locationId), width: '150px' },
    { key: 'reference', label: t.reference, cell: ({ reference }) => reference, width: '18%' },
    { key: 'who', label: t.who.title, cell: ({ actor }) => by.who(actor), width: '140px' },
    {
      key: 'when',
      label: t.when,
      cell: ({ movedAt }) => <When at={movedAt} />,
      width: '130px',
      align: 'end',
    },
  ];
}

function Signed({ of }: { readonly of: number }) {
  return (
    <span className={styles.figure}>
      {of > 0 ? '+' : '−'}
      {countOf(Math.abs(of))}
    </span>
  );
}
