import { Button } from '@mantine/core';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { type RowOf, useRead, useRows } from '../../../platform/cockpit/api/index.ts';
import { Card, EmptyState } from '../../../platform/cockpit/page/index.ts';
import { textIn, useAddress } from '../../../platform/cockpit/state/index.ts';
import { type Column, DataTable, ListBar } from '../../../platform/cockpit/table/index.ts';
import { Count, StateBadge, When } from '../../../platform/cockpit/value/index.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { DELIVERY_TONES, STATES } from './delivery-state.ts';
import styles from './webhooks.module.css';
import { webhookWords } from './words.ts';

type Delivery = RowOf<'listWebhookDeliveries'>;

/** What was sent to an endpoint, narrowed by state and topic. */
export function DeliveryLog({ endpointId }: { readonly endpointId: string }) {
  const t = webhookWords();
  const [query] = useAddress();
  const [opened, open] = useState<string>();
  const topics = useRead('listWebhookTopics', {}, { about: ['webhooks'] }).data?.items ?? [];
  const state = STATES.find((one) => one === textIn(query, 'state'));
  const topic = topics.find((one) => one === textIn(query, 'topic'));
  const asked = { endpointId, state, topic };
  const deliveries = useRows(
    'listWebhookDeliveries',
    { query: asked },
    { about: ['webhooks'], isKept: true },
  );
  const columns = columnsOf(open);
  const choice = { kind: 'choice' } as const;
  const filters = [
    {
      ...{ ...choice, key: 'state', label: t.state },
      options: STATES.map((value) => ({ value, label: t.deliveryStates[value] })),
    },
    {
      ...{ ...choice, key: 'topic', label: t.topic },
      options: topics.map((value) => ({ value, label: value })),
    },
  ];
  return (
    <Card title={t.log} about={t.logAbout} isFlush>
      <div className={styles.log}>
        <ListBar filters={filters} columns={columns} />
        <DataTable
          label={`${t.log}: ${t.topics}`}
          columns={columns}
          source={deliveries}
          idOf={({ id }) => id}
          isFiltered={state !== undefined || topic !== undefined}
          empty={<EmptyState icon={Send} title={t.logEmpty} text={t.logEmptyText} />}
          phone={(delivery) => ({
            title: <Topic of={delivery} open={open} />,
            detail: answerOf(delivery),
            aside: <When at={delivery.happenedAt} />,
          })}
        />
      </div>
      {opened && <DeliveryDialog id={opened} onClose={() => open(undefined)} />}
    </Card>
  );
}

function columnsOf(open: (id: string) => void): readonly Column<Delivery>[] {
  const t = webhookWords();
  return [
    {
      ...{ key: 'topic', label: t.topic, isTitle: true },
      cell: (delivery) => <Topic of={delivery} open={open} />,
    },
    {
      ...{ key: 'state', label: t.state, width: '130px' },
      cell: ({ state }) => <StateBadge tone={DELIVERY_TONES[state]}>{t.deliveryStates[state]}</StateBadge>,
    },
    { key: 'answer', label: t.answer, width: '28%', cell: answerOf },
    {
      ...{ key: 'attempts', label: t.attempts, width: '90px', align: 'end' },
      cell: ({ attempts }) => <Count of={attempts.length} />,
    },
    {
      ...{ key: 'happened', label: t.happened, width: '130px', align: 'end' },
      cell: ({ happenedAt }) => <When at={happenedAt} />,
    },
  ];
}

function Topic({ of, open }: { readonly of: Delivery; readonly open: (id: string) => void }) {
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => open(of.id)}>
      <span className={styles.code}>{of.topic}</span>
    </Button>
  );
}

function answerOf({ attempts }: Delivery): string {
  const last = attempts.at(-1);
  if (last === undefined) return '';
  return last.status === undefined ? last.error : `HTTP ${last.status}`;
}
