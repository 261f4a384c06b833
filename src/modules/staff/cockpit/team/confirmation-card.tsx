import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, parseAmount, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { staffWords } from '../words.ts';

/** Above which amount members confirm that it is they when they give money back. */
export function ConfirmationCard() {
  const t = staffWords().confirmation;
  const confirmation = useRead('readConfirmation', {}, { about: ['staff'] });
  return (
    <Card title={t.title} about={t.about}>
      <Shown of={confirmation}>{({ refundsAbove }) => <Amount key={refundsAbove} of={refundsAbove} />}</Shown>
    </Card>
  );
}

function Amount({ of }: { readonly of: string }) {
  const t = staffWords().confirmation;
  const { currency } = useSession().shop;
  const [typed, setTyped] = useState(of);
  const change = useWrite('changeConfirmation', {
    about: ['staff'],
    isTold: true,
    onDone: () => sayDone(t.saved),
  });
  if (!useMay()('settings:write')) {
    return <Text size="sm">{t.above(moneyOf({ amount: of, currency }))}</Text>;
  }
  const amount = parseAmount(typed, currency);
  const problems = problemsByField(change.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (amount !== undefined) change.mutate({ body: { refundsAbove: amount } });
      }}
    >
      <Group align="flex-end" gap="xs">
        <MoneyField
          label={t.amount}
          currency={currency}
          value={typed}
          error={problems['refundsAbove'] ?? problems['']}
          onChange={setTyped}
          maw={220}
        />
        <Button
          type="submit"
          variant="default"
          loading={change.isPending}
          disabled={amount === undefined || amount.startsWith('-') || amount === of}
        >
          {t.save}
        </Button>
      </Group>
    </form>
  );
}
