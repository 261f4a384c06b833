import { Alert, Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Told, useWrite } from '../../../platform/cockpit/api/index.ts';
import { MoneyField, parseAmount, problemsByField } from '../../../platform/cockpit/form/index.ts';
import { useSession } from '../../../platform/cockpit/state/index.ts';
import { TEXT_TONES } from '../../../platform/cockpit/value/index.ts';
import { creditWords } from './words.ts';

/** Issues a card by hand; its code and PIN are shown once. */
export function IssueCard({ close }: { readonly close: () => void }) {
  const t = creditWords();
  const [issued, setIssued] = useState<Told<'issueGiftCard'>>();
  return (
    <Modal
      opened
      onClose={close}
      title={issued === undefined ? t.issue : t.issuedTitle}
      centered
      closeOnClickOutside={issued === undefined}
    >
      {issued === undefined ? (
        <IssueForm close={close} onIssued={setIssued} />
      ) : (
        <Stack>
          <Alert color="yellow">{t.issuedText}</Alert>
          <Secret label={t.code} value={issued.code} />
          <Secret label={t.pin} value={issued.pin} />
          <Group justify="flex-end">
            <Button onClick={close}>{t.done}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function IssueForm(props: {
  readonly close: () => void;
  readonly onIssued: (issued: Told<'issueGiftCard'>) => void;
}) {
  const { close, onIssued } = props;
  const t = creditWords();
  const { currency } = useSession().shop;
  const [amount, setAmount] = useState('');
  const [recipient, setRecipient] = useState('');
  const [expires, setExpires] = useState('');
  const issue = useWrite('issueGiftCard', { about: ['credits'], isTold: true, onDone: onIssued });
  const problems = problemsByField(issue.error);
  const typed = parseAmount(amount, currency);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === undefined) return;
        issue.mutate({
          body: {
            amount: { amount: typed, currency },
            ...(recipient.trim() === '' ? {} : { recipient: recipient.trim() }),
            ...(expires === '' ? {} : { expiresAt: new Date(`${expires}T23:59:59`).toISOString() }),
          },
        });
      }}
    >
      <Stack>
        <MoneyField
          label={t.amount}
          currency={currency}
          required
          data-autofocus
          value={amount}
          onChange={setAmount}
          error={problems['amount.amount'] ?? problems['amount']}
        />
        <TextInput
          label={t.recipient}
          placeholder={t.recipientHint}
          maxLength={254}
          value={recipient}
          onChange={(event) => setRecipient(event.currentTarget.value)}
        />
        <TextInput
          label={t.expires}
          type="date"
          value={expires}
          error={problems['expiresAt']}
          onChange={(event) => setExpires(event.currentTarget.value)}
        />
        {problems[''] !== undefined && (
          <Text size="sm" c={TEXT_TONES.bad} role="alert">
            {problems['']}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
          <Button type="submit" disabled={typed === undefined} loading={issue.isPending}>
            {t.issue}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Secret({ label, value }: { readonly label: string; readonly value: string }) {
  const t = creditWords();
  return (
    <Group align="flex-end" wrap="nowrap">
      <TextInput label={label} value={value} readOnly ff="monospace" style={{ flex: 1 }} />
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {copied ? t.copied : t.copy}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
