import { Button, Text } from '@mantine/core';
import { BadgePercent } from 'lucide-react';
import { useRows } from '../../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress, useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import {
  type Column,
  DataTable,
  type Filter,
  ListBar,
  shownColumns,
} from '../../../../platform/cockpit/table/index.ts';
import { countOf, moneyOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { priceWords } from '../words.ts';
import { PROMOTION_STATES, PromotionBadge, type PromotionRow } from './promotion-state.tsx';
import styles from './promotions.module.css';

/** All promotions in plain words, with what they have given so far. */
export function Screen() {
  const t = priceWords().promotions;
  const go = useGo();
  const may = useMay();
  const [query] = useAddress();
  const asked = {
    q: textIn(query, 'q') || undefined,
    state: PROMOTION_STATES.find((state) => state === textIn(query, 'state')),
  };
  const sent = { query: { ...asked, locale: writtenIn().language } };
  const rows = useRows('listPromotionRows', sent, { about: ['pricing'], isKept: true });
  const columns = columnsOf();
  const filters: readonly Filter[] = [
    {
      ...{ key: 'state', label: t.state, kind: 'choice' },
      options: PROMOTION_STATES.map((value) => ({ value, label: t.states[value] })),
    },
  ];
  const make = may('promotions:write') && <Button onClick={() => go('/promotions/new')}>{t.make}</Button>;
  return (
    <Page title={t.title} about={t.about} actions={make} isWhole>
      <ListBar hint={t.search} filters={filters} columns={columns} />
      <DataTable
        label={t.title}
        columns={shownColumns(columns, textsIn(query, 'columns'))}
        source={rows}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/promotions/${id}`}
        isFiltered={asked.q !== undefined || asked.state !== undefined}
        empty={<EmptyState icon={BadgePercent} title={t.empty} text={t.emptyText} action={make} />}
        phone={({ name, sentence, state }) => ({
          title: name,
          detail: sentence,
          aside: <PromotionBadge state={state} />,
        })}
      />
    </Page>
  );
}

function columnsOf(): readonly Column<PromotionRow>[] {
  const t = priceWords().promotions;
  return [
    {
      ...{ key: 'name', label: t.name, isTitle: true },
      cell: ({ name, sentence }) => (
        <span className={styles.named}>
          <span>{name}</span>
          <Text span size="xs" c="dimmed" className={styles.sentence ?? ''} title={sentence}>
            {sentence}
          </Text>
        </span>
      ),
    },
    { key: 'state', label: t.state, cell: ({ state }) => <PromotionBadge state={state} />, width: '120px' },
    {
      ...{ key: 'codes', label: t.codes, width: '170px' },
      cell: ({ trigger, codes, codeCount }) =>
        trigger === 'automatic'
          ? t.automatic
          : codeCount > codes.length
            ? t.codesOf(codeCount)
            : codes.join(', '),
    },
    { key: 'orders', label: t.orders, cell: ({ orders }) => countOf(orders), align: 'end', width: '100px' },
    {
      ...{ key: 'given', label: t.given, align: 'end', width: '150px' },
      cell: ({ given }) => given.map(moneyOf).join(' · ') || '–',
    },
  ];
}
