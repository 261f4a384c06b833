import { Button, Group, Stack, Text } from '@mantine/core';
import { type RowOf, useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { Money } from '../../../../platform/cockpit/value/index.ts';
import { dayOf } from '../day.ts';
import { purchasingWords } from '../words.ts';

type Payment = RowOf<'listSupplierPayments'>;

/** What was paid, the latest first; what was a mistake is taken back. */
export function Payments({ supplierId }: { readonly supplierId: string | undefined }) {
  const t = purchasingWords().payables;
  const query = { supplierId, limit: '20' } as const;
  const payments = useRows('listSupplierPayments', { query }, { about: ['purchasing'], isKept: true });
  if (payments.rows.length === 0) return null;
  return (
    <Card title={t.payments}>
      <Stack gap="sm">
        {payments.rows.map((payment) => (
          <PaymentLine key={payment.id} of={payment} />
        ))}
        {payments.hasNextPage && (
          <Button
            variant="subtle"
            loading={payments.isFetchingNextPage}
            onClick={() => payments.fetchNextPage()}
          >
            {t.more}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

function PaymentLine({ of }: { readonly of: Payment }) {
  const t = purchasingWords().payables;
  const may = useMay();
  const undo = useWrite('undoSupplierPayment', { about: ['purchasing'] });
  const isUndone = of.undone !== undefined;
  const isForeign = of.bank !== undefined && of.bank.currency !== of.currency;
  const lines = of.lines.map(({ number, discount }) =>
    discount !== undefined && /[1-9]/.test(discount.amount) ? t.withOff(number, moneyOf(discount)) : number,
  );
  return (
    <Group justify="space-between">
      <div>
        <Text size="sm" fw={500} td={isUndone ? 'line-through' : undefined}>
          {`${of.supplier.name} · ${of.reference}`}
        </Text>
        <Text size="xs" c="dimmed">
          {[dayOf(of.paidOn), lines.join(', ')].join(' · ')}
          {isUndone && ` · ${t.undone}`}
        </Text>
      </div>
      <Group gap="xs">
        <div style={{ textAlign: 'right' }}>
          {of.amount && <Money of={of.amount} isDim={isUndone} />}
          {isForeign && of.bank && (
            <Text size="xs" c="dimmed" component="div">
              <Money of={of.bank} />
            </Text>
          )}
        </div>
        {!isUndone && may('payments:write') && (
          <ConfirmButton
            title={t.undoTitle(of.reference)}
            text={t.undoText}
            verb={t.undo}
            onConfirm={() => undo.mutateAsync({ params: { id: of.id } })}
          >
            {t.undo}
          </ConfirmButton>
        )}
      </Group>
    </Group>
  );
}
