import { Badge, Group } from '@mantine/core';
import { NotebookPen, Undo2 } from 'lucide-react';
import type { RowOf } from '../../../../platform/cockpit/api/index.ts';
import type { Column, Filter, Option, Sorting } from '../../../../platform/cockpit/table/index.ts';
import { Count, Money, When } from '../../../../platform/cockpit/value/index.ts';
import { FulfilmentBadge, PaymentBadge } from '../standing-badges.tsx';
import { orderWords } from '../words.ts';
import styles from './list.module.css';

type Row = RowOf<'listOrders'>;

export function orderColumns(): readonly Column<Row>[] {
  const { columns: c } = orderWords();
  return [
    {
      key: 'number',
      label: c.number,
      cell: (row) => <OrderNumber {...row} />,
      isTitle: true,
      width: '120px',
    },
    { key: 'placed', label: c.placed, cell: ({ placedAt }) => <When at={placedAt} />, width: '130px' },
    { key: 'customer', label: c.customer, cell: ({ customerName }) => customerName },
    {
      key: 'payment',
      label: c.payment,
      cell: (row) => <PaymentBadge of={row.paymentState} />,
      width: '140px',
    },
    {
      ...{ key: 'fulfilment', label: c.fulfilment, width: '150px' },
      cell: (row) => <FulfilmentBadge of={row.fulfilmentState} />,
    },
    { key: 'tags', label: c.tags, cell: ({ tags }) => <Tags of={tags} />, width: '160px' },
    { key: 'market', label: c.market, cell: ({ market }) => market, width: '90px', isHidden: true },
    { key: 'country', label: c.country, cell: ({ country }) => country, width: '80px', isHidden: true },
    { key: 'items', label: c.items, cell: (row) => <Count of={row.quantity} />, width: '70px', align: 'end' },
    { key: 'total', label: c.total, cell: ({ total }) => <Money of={total} />, width: '120px', align: 'end' },
  ];
}

function OrderNumber({ number, hasNote, hasOpenReturn, isArchived }: Row) {
  const { filters } = orderWords();
  return (
    <span className={styles.number} data-archived={isArchived || undefined}>
      #{number}
      {hasNote && <NotebookPen size={13} aria-label={filters.hasNote} />}
      {hasOpenReturn && <Undo2 size={13} aria-label={filters.hasOpenReturn} />}
    </span>
  );
}

export function Tags({ of }: { readonly of: readonly string[] }) {
  return (
    <Group gap={4} wrap="nowrap">
      {of.slice(0, 2).map((tag) => (
        <Badge key={tag} variant="default" radius="sm" size="sm" className={styles.tag}>
          {tag}
        </Badge>
      ))}
      {of.length > 2 && <span className={styles.more}>+{of.length - 2}</span>}
    </Group>
  );
}

export function orderFilters(options: {
  readonly tags: readonly Option[];
  readonly markets: readonly Option[];
}): readonly Filter[] {
  const { filters: f, payments, fulfilments, states } = orderWords();
  const named = (words: Readonly<Record<string, string>>): Option[] =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  const some: readonly (Filter | undefined)[] = [
    { key: 'paymentState', label: f.paymentState, kind: 'choice', options: named(payments), isMany: true },
    {
      key: 'fulfilmentState',
      label: f.fulfilmentState,
      kind: 'choice',
      options: named(fulfilments),
      isMany: true,
    },
    { key: 'state', label: f.state, kind: 'choice', options: named(states), isMany: true },
    options.tags.length === 0
      ? undefined
      : { key: 'tag', label: f.tag, kind: 'choice', options: options.tags },
    options.markets.length < 2
      ? undefined
      : { key: 'market', label: f.market, kind: 'choice', options: options.markets },
    { key: 'country', label: f.country, kind: 'text' },
    { key: 'placedFrom', label: f.placedFrom, kind: 'date' },
    { key: 'placedTo', label: f.placedTo, kind: 'date' },
    { key: 'totalFrom', label: f.totalFrom, kind: 'number' },
    { key: 'totalTo', label: f.totalTo, kind: 'number' },
    { key: 'hasNote', label: f.hasNote, kind: 'flag' },
    { key: 'hasOpenReturn', label: f.hasOpenReturn, kind: 'flag' },
    { key: 'isArchived', label: f.isArchived, kind: 'flag' },
  ];
  return some.filter((filter) => filter !== undefined);
}

export function orderSortings(): readonly Sorting[] {
  const { sorts } = orderWords();
  return [
    { value: '-placed', label: sorts.latest },
    { value: 'placed', label: sorts.oldest },
    { value: '-total', label: sorts.highest },
    { value: 'total', label: sorts.lowest },
  ];
}
