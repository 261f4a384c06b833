import { Button } from '@mantine/core';
import { Webhook } from 'lucide-react';
import { useState } from 'react';
import { useRows, useWrite } from '../../../platform/cockpit/api/index.ts';
import { EmptyState, Page } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import { type Column, DataTable } from '../../../platform/cockpit/table/index.ts';
import { When } from '../../../platform/cockpit/value/index.ts';
import { EndpointDialog } from './endpoint-dialog.tsx';
import { type Endpoint, EndpointState, topicText } from './endpoint-state.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { webhookWords } from './words.ts';

const NEW = { url: '', topics: [], description: '' };

/** Programs that are told what happens. */
export function Screen() {
  const t = webhookWords();
  const [isAdding, setAdding] = useState(false);
  const endpoints = useRows('listWebhookEndpoints', {}, { about: ['webhooks'] });
  const create = useWrite('createWebhookEndpoint', { about: ['webhooks'], isTold: true });
  const mayWrite = useMay()('webhooks:write');
  const add = mayWrite ? <Button onClick={() => setAdding(true)}>{t.create}</Button> : undefined;
  const close = () => {
    setAdding(false);
    create.reset();
  };
  return (
    <Page title={t.title} about={t.about} actions={add} isWhole>
      <DataTable
        label={t.title}
        columns={columnsOf()}
        source={endpoints}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/webhooks/${id}`}
        empty={<EmptyState icon={Webhook} title={t.empty} text={t.emptyText} action={add} />}
        phone={(endpoint) => ({
          title: endpoint.description || hostOf(endpoint.url),
          detail: endpoint.topics.map(topicText).join(', '),
          aside: <EndpointState of={endpoint} />,
        })}
      />
      {isAdding && create.data === undefined && (
        <EndpointDialog
          {...{ title: t.create, verb: t.create, from: NEW, isBusy: create.isPending, error: create.error }}
          onDo={(fields) => create.mutate({ body: fields })}
          onClose={close}
        />
      )}
      {create.data && <SecretDialog secret={create.data.secret} onClose={close} />}
    </Page>
  );
}

function columnsOf(): readonly Column<Endpoint>[] {
  const t = webhookWords();
  return [
    { key: 'url', label: t.url, cell: ({ url }) => url, isTitle: true },
    { key: 'description', label: t.description, width: '22%', cell: ({ description }) => description },
    {
      ...{ key: 'topics', label: t.topics, width: '26%' },
      cell: ({ topics }) => topics.map(topicText).join(', '),
    },
    { key: 'state', label: t.state, width: '130px', cell: (endpoint) => <EndpointState of={endpoint} /> },
    {
      ...{ key: 'made', label: t.made, width: '130px', align: 'end' },
      cell: ({ createdAt }) => <When at={createdAt} />,
    },
  ];
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
