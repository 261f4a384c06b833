import { Button, Stack } from '@mantine/core';
import { type RowOf, useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { dayOf } from '../day.ts';
import { Paper } from '../order/paper.tsx';
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
  const undo = useWrite('undoSupplierPayment', { about: ['purchasing'] });
  const isForeign = of.bank !== undefined && of.bank.currency !== of.currency;
  const lines = of.lines.map(({ number, discount }) =>
    discount !== undefined && /[1-9]/.test(discount.amount) ? t.withOff(number, moneyOf(discount)) : number,
  );
  return (
    <Paper
      title={`${of.supplier.name} · ${of.reference}`}
      details={[dayOf(of.paidOn), lines.join(', '), isForeign && of.bank !== undefined && moneyOf(of.bank)]}
      amount={of.amount}
      isUndone={of.undone !== undefined}
      takeBack={{
        ...{ permission: 'payments:write', title: t.undoTitle(of.reference), text: t.undoText },
        run: () => undo.mutateAsync({ params: { id: of.id } }),
      }}
    />
  );
}
