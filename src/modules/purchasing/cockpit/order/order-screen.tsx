import { Alert, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, Facts, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { momentOf, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { Timeline } from '../../../../platform/cockpit/value/index.ts';
import { dayOf } from '../day.ts';
import { OrderBadge, type WholeOrder } from '../order-state.tsx';
import { usePlaces, useWho } from '../places.ts';
import { purchasingWords } from '../words.ts';
import { LineEditor } from './line-editor.tsx';
import { LinesTable } from './lines-table.tsx';
import { NextSteps } from './next-steps.tsx';
import { Papers } from './papers.tsx';

/** One purchase order: what is on it, where it stands, and what is to be done with it next. */
export function Screen() {
  const { id = '' } = useParams({ strict: false });
  const order = useRead('readPurchaseOrder', { params: { id } }, { about: ['purchasing'] });
  return <Shown of={order}>{(told) => <OrderPage key={told.id} order={told} />}</Shown>;
}

function OrderPage({ order }: { readonly order: WholeOrder }) {
  const t = purchasingWords();
  const may = useMay();
  const { nameOf } = usePlaces();
  const [isEditing, setEditing] = useState(false);
  const isEdited =
    may('purchasing:write') && (order.state === 'draft' || (isEditing && order.may.includes('edit')));
  return (
    <Page
      title={order.number}
      back="/purchasing"
      aside={<OrderBadge of={order} />}
      about={[order.supplier.name, nameOf(order.locationId)].filter(Boolean).join(' → ')}
      actions={<NextSteps order={order} edit={() => setEditing(true)} />}
    >
      <Stack>
        <Minimum order={order} />
        <Card isFlush>
          {isEdited ? (
            <LineEditor key={order.version} order={order} onSaved={() => setEditing(false)} />
          ) : (
            <LinesTable order={order} />
          )}
        </Card>
        <Card>
          <Facts
            of={[
              [t.expected, dayOf(order.expectedOn)],
              [t.act.expedite, order.expeditedFor && t.expeditedFor(dayOf(order.expeditedFor))],
              [t.value, order.worth && moneyOf(order.worth)],
              [t.note, order.note],
            ]}
          />
        </Card>
        <Papers order={order} />
        <Card title={t.history}>
          <History order={order} />
        </Card>
      </Stack>
    </Page>
  );
}

function Minimum({ order }: { readonly order: WholeOrder }) {
  const t = purchasingWords();
  const { minimum } = order;
  if (minimum === undefined || minimum.isReached || !order.may.includes('edit')) return null;
  return (
    <Alert color="yellow" variant="light">
      <Text size="sm">{t.minimumMissing(moneyOf(minimum.amount), minimum.pieces)}</Text>
    </Alert>
  );
}

function History({ order }: { readonly order: WholeOrder }) {
  const t = purchasingWords();
  const who = useWho();
  const happened = order.history.map(({ verb, to, note, at, by }) => ({
    id: `${at} ${verb}`,
    at,
    title: verb === 'approve' && to === 'awaiting_approval' ? t.waits : t.verbs[verb],
    who: who(by),
    detail: [momentOf(at), note].filter(Boolean).join(' · '),
  }));
  return <Timeline of={happened} />;
}
