import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Account, canBeTried, paymentWords, type WithAccount } from '../words.ts';
import { ACCOUNT_FIELDS, ENVIRONMENTS, formName } from './account-fields.ts';
import { AccountInput } from './account-input.tsx';
import { sentCredentials, type Typed } from './sent-credentials.ts';
import { Trial, useTrial } from './trial.tsx';
import { WebhookCard } from './webhook-card.tsx';

/** What opens a provider: typed, tried, saved; what is secret of it is never shown again. */
export function AccountForm({
  account,
  provider,
}: {
  readonly account: Account;
  readonly provider: WithAccount;
}) {
  const t = paymentWords();
  const isReadOnly = !useMay()('payments:write');
  const [typed, setTyped] = useState<Typed>(() => beginning(account, provider));
  const [keepsOld, setKeepsOld] = useState(true);
  const trial = useTrial(provider);
  const save = useWrite('savePaymentAccount', {
    ...{ about: ['payments'], isTold: true },
    onDone: () => sayDone(t.saved(t.names[provider])),
  });
  const problems = Object.fromEntries(
    Object.entries({ ...problemsByField(trial.error), ...problemsByField(save.error) }).map(
      ([path, message]) => [formName(path), message],
    ),
  );
  const wrong = trial.data?.outcome === 'wrong_credentials' ? formName(trial.data.field ?? '') : '';
  const sent = sentCredentials(provider, typed, {
    ...account,
    isSetUp: account.isSetUp && account.isReadable,
    shown: account.shown,
    keepsOld,
  });
  const isChanged = Object.keys(sent.credentials).length > 0;
  const type = (name: string, value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const inputs = { typed, type, isReadOnly, isSetUp: account.isSetUp, environments: ENVIRONMENTS[provider] };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ params: { provider }, body: sent });
      }}
    >
      <Stack>
        <Card title={t.credentials} about={t.credentialsText[provider]}>
          <Stack gap="sm">
            {ACCOUNT_FIELDS[provider].map((field) => (
              <AccountInput
                key={field.name}
                {...{ ...inputs, field }}
                error={problems[field.name] ?? (wrong === field.name ? t.trial.thisOne : undefined)}
              />
            ))}
          </Stack>
        </Card>
        {account.webhookUrl !== undefined && (
          <WebhookCard {...{ account, provider, inputs, problems, keepsOld, setKeepsOld }} />
        )}
        {problems[''] !== undefined && (
          <Alert color="red" role="alert">
            {problems['']}
          </Alert>
        )}
        <Trial of={trial} provider={provider} />
        {!isReadOnly && (
          <Group justify="space-between">
            <Text size="xs" c="dimmed" maw={420}>
              {t.stepUpText}
            </Text>
            <Group gap="xs">
              {canBeTried(provider) && (
                <Button
                  variant="default"
                  loading={trial.isPending}
                  disabled={!account.isSetUp && !isChanged}
                  onClick={() => trial.mutate({ params: { provider }, body: isChanged ? sent : {} })}
                >
                  {isChanged ? t.testTyped : t.test}
                </Button>
              )}
              <Button type="submit" loading={save.isPending} disabled={!isChanged}>
                {t.save}
              </Button>
            </Group>
          </Group>
        )}
      </Stack>
    </form>
  );
}

function beginning({ shown }: Account, provider: WithAccount): Typed {
  const first = ACCOUNT_FIELDS[provider].some(({ name }) => name === 'environment');
  return first ? { environment: ENVIRONMENTS[provider][0], ...shown } : { ...shown };
}
