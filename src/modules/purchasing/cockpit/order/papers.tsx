import { Group, Stack, Text } from '@mantine/core';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { dateOf, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, TEXT_TONES } from '../../../../platform/cockpit/value/index.ts';
import { dayOf } from '../day.ts';
import type { WholeOrder } from '../order-state.tsx';
import { purchasingWords } from '../words.ts';

type Receipt = WholeOrder['receipts'][number];

/** Deliveries, costs, invoices and returns of an order, as they came. */
export function Papers({ order }: { readonly order: WholeOrder }) {
  const t = purchasingWords();
  const { receipts, costs, invoices, returns } = order;
  if (!order.may.includes('receive') && receipts.length === 0 && costs.length === 0) return null;
  const rows = [
    ...costs.map(({ id, kind, reference, amount, invoiced }) => ({
      ...{ id, text: t.cost(t.costs.kinds[kind], reference), amount },
      detail: invoiced === undefined ? t.costAwaited : t.costInvoiced(moneyOf(invoiced)),
    })),
    ...invoices.map(({ id, number, dueOn, goods }) => ({
      ...{ id, text: t.invoice(number, dayOf(dueOn)), amount: goods, detail: undefined },
    })),
    ...returns.map(({ id, lines, reference, credit }) => ({
      ...{ id, amount: credit, detail: undefined },
      text: t.returned(
        lines.reduce((sum, { quantity }) => sum + quantity, 0),
        reference,
      ),
    })),
  ];
  return (
    <Card title={t.papers}>
      <Stack gap="sm">
        {receipts.length === 0 && (
          <Text size="sm" c="dimmed">
            {t.noPapers}
          </Text>
        )}
        {receipts.map((receipt) => (
          <ReceiptLine key={receipt.id} order={order} receipt={receipt} />
        ))}
        {rows.map(({ id, text, amount, detail }) => (
          <Group key={id} justify="space-between">
            <div>
              <Text size="sm">{text}</Text>
              {detail && (
                <Text size="xs" c="dimmed">
                  {detail}
                </Text>
              )}
            </div>
            {amount && <Money of={amount} />}
          </Group>
        ))}
      </Stack>
    </Card>
  );
}

function ReceiptLine({ order, receipt }: { readonly order: WholeOrder; readonly receipt: Receipt }) {
  const t = purchasingWords();
  const may = useMay();
  const undo = useWrite('undoPurchaseReceipt', { about: ['purchasing', 'inventory'] });
  const sum = (name: 'received' | 'damaged' | 'wrong') =>
    receipt.lines.reduce((total, line) => total + line[name], 0);
  const flaws = [
    sum('damaged') > 0 && t.damagedCount(sum('damaged')),
    sum('wrong') > 0 && t.wrongCount(sum('wrong')),
  ].filter(Boolean);
  const isUndone = receipt.undone !== undefined;
  return (
    <Group justify="space-between">
      <div>
        <Text size="sm" fw={500} td={isUndone ? 'line-through' : undefined}>
          {t.receipt(receipt.number, receipt.reference)}
        </Text>
        <Text size="xs" c="dimmed">
          {[dateOf(receipt.received.at), t.pieces(sum('received'))].join(' · ')}
          {isUndone && ` · ${t.undone}`}
        </Text>
        {flaws.length > 0 && (
          <Text size="xs" c={TEXT_TONES.bad}>
            {flaws.join(', ')}
          </Text>
        )}
      </div>
      <Group gap="xs">
        {receipt.cost && <Money of={receipt.cost} />}
        {!isUndone && order.may.includes('undo_receipt') && may('stock:write') && (
          <ConfirmButton
            title={t.takeBackTitle}
            text={t.takeBackText}
            verb={t.takeBack}
            onConfirm={() => undo.mutateAsync({ params: { id: receipt.id } })}
          >
            {t.takeBack}
          </ConfirmButton>
        )}
      </Group>
    </Group>
  );
}
