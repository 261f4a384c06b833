import { Alert, Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRows, useWrite } from '../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../platform/cockpit/overlay/index.ts';
import {
  Card,
  EmptyState,
  ErrorState,
  Facts,
  LoadingState,
  Page,
} from '../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../platform/cockpit/state/index.ts';
import { momentOf } from '../../../platform/cockpit/text/index.ts';
import { DeliveryLog } from './delivery-log.tsx';
import { EndpointDialog } from './endpoint-dialog.tsx';
import { type Endpoint, EndpointState, topicText } from './endpoint-state.tsx';
import { SecretCard } from './secret-card.tsx';
import { webhookWords } from './words.ts';

const ABOUT = ['webhooks'];

/** One endpoint: what it hears, its secret, and all that was sent to it. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const t = webhookWords();
  // There are at most fifty, and one read shows them all.
  const endpoints = useRows('listWebhookEndpoints', {}, { about: ABOUT });
  const endpoint = endpoints.rows.find((one) => one.id === id);
  if (endpoints.error) return <ErrorState error={endpoints.error} retry={() => void endpoints.refetch()} />;
  if (endpoints.isPending) return <LoadingState />;
  if (endpoint === undefined) return <EmptyState title={t.removed} />;
  return (
    <Page
      title={endpoint.description || (URL.parse(endpoint.url)?.host ?? endpoint.url)}
      back="/webhooks"
      aside={<EndpointState of={endpoint} />}
      actions={<Actions of={endpoint} />}
    >
      {endpoint.inactiveReason === 'gone' && <Alert color="red">{t.goneText}</Alert>}
      <Card title={t.endpoint}>
        <Facts
          of={[
            [t.url, endpoint.url],
            [t.topics, endpoint.topics.map(topicText).join(', ')],
            [t.description, endpoint.description],
            [t.made, momentOf(endpoint.createdAt)],
          ]}
        />
      </Card>
      <SecretCard of={endpoint} />
      <DeliveryLog endpointId={endpoint.id} />
    </Page>
  );
}

function Actions({ of: endpoint }: { readonly of: Endpoint }) {
  const t = webhookWords();
  const go = useGo();
  const [isEditing, setEditing] = useState(false);
  const params = { id: endpoint.id };
  const saved = () => {
    sayDone(t.saved);
    setEditing(false);
  };
  const change = useWrite('changeWebhookEndpoint', { about: ABOUT, isTold: true, onDone: saved });
  const toggle = useWrite('changeWebhookEndpoint', { about: ABOUT });
  const remove = useWrite('removeWebhookEndpoint', {
    about: ABOUT,
    onDone: () => {
      sayDone(t.removed);
      go('/webhooks');
    },
  });
  if (!useMay()('webhooks:write')) return null;
  const { isActive } = endpoint;
  return (
    <>
      <ConfirmButton
        title={t.removeTitle}
        text={t.removeText}
        verb={t.remove}
        onConfirm={() => remove.mutateAsync({ params })}
      >
        {t.remove}
      </ConfirmButton>
      <Button
        variant="default"
        loading={toggle.isPending}
        onClick={() => toggle.mutate({ params, body: { isActive: !isActive } })}
      >
        {isActive ? t.switchOff : t.switchOn}
      </Button>
      <Button onClick={() => setEditing(true)}>{t.edit}</Button>
      {isEditing && (
        <EndpointDialog
          {...{ title: t.edit, verb: t.save, from: endpoint, isBusy: change.isPending, error: change.error }}
          onDo={(body) => change.mutate({ params, body })}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}
