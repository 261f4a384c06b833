import { Checkbox, Group, Stack, Text } from '@mantine/core';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { CopyField } from '../../../../platform/cockpit/form/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { StateBadge, When } from '../../../../platform/cockpit/value/index.ts';
import { type Account, paymentWords, type WithAccount } from '../words.ts';
import { WEBHOOK_FIELDS } from './account-fields.ts';
import { AccountInput, type Inputs } from './account-input.tsx';

/** Where a provider sends its news, by what they are known to be its own, and how that is changed without a gap. */
export function WebhookCard(props: {
  readonly account: Account;
  readonly provider: WithAccount;
  readonly inputs: Inputs;
  readonly problems: Readonly<Record<string, string>>;
  readonly keepsOld: boolean;
  readonly setKeepsOld: (keeps: boolean) => void;
}) {
  const { account, provider, inputs, problems, keepsOld, setKeepsOld } = props;
  const { webhookUrl = '', lastWebhookAt, webhookSecretCount } = account;
  const t = paymentWords();
  const drop = useWrite('savePaymentAccount', {
    ...{ about: ['payments'] },
    onDone: () => sayDone(t.saved(t.names[provider])),
  });
  return (
    <Card title={t.webhooks} about={t.webhooksText[provider]}>
      <Stack gap="sm">
        <CopyField label={t.webhookUrl} value={webhookUrl} />
        <Text size="sm" c="dimmed" component="div">
          {lastWebhookAt === undefined ? (
            t.noWebhook
          ) : (
            <>
              {t.lastWebhook} <When at={lastWebhookAt} />
            </>
          )}
        </Text>
        {WEBHOOK_FIELDS[provider].map((field) => (
          <AccountInput key={field.name} {...{ ...inputs, field }} error={problems[field.name]} />
        ))}
        {webhookSecretCount > 0 && !inputs.isReadOnly && (
          <Checkbox
            size="xs"
            label={t.keepOld}
            description={t.keepOldText}
            checked={keepsOld}
            onChange={(event) => setKeepsOld(event.currentTarget.checked)}
          />
        )}
        {webhookSecretCount > 1 && (
          <Group justify="space-between">
            <StateBadge tone="waiting">{t.missing.twoSecrets}</StateBadge>
            {!inputs.isReadOnly && (
              <ConfirmButton
                title={t.dropOldTitle}
                text={t.dropOldText}
                verb={t.dropOld}
                onConfirm={() =>
                  drop.mutateAsync({
                    params: { provider },
                    body: { credentials: {}, amendment: 'old_webhook_goes' },
                  })
                }
              >
                {t.dropOld}
              </ConfirmButton>
            )}
          </Group>
        )}
      </Stack>
    </Card>
  );
}
