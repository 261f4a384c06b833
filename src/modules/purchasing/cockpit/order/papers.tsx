import { Stack, Text } from '@mantine/core';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { dateOf, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { dayOf } from '../day.ts';
import type { WholeOrder } from '../order-state.tsx';
import { purchasingWords } from '../words.ts';
import { Paper } from './paper.tsx';

type Receipt = WholeOrder['receipts'][number];
type Invoice = WholeOrder['invoices'][number];
type Cost = WholeOrder['costs'][number];
type Return = WholeOrder['returns'][number];

/** Deliveries, costs, invoices and returns of an order, as they came. */
export function Papers({ order }: { readonly order: WholeOrder }) {
  const t = purchasingWords();
  const { receipts, costs, invoices, returns } = order;
  if (!order.may.includes('receive') && receipts.length === 0 && costs.length === 0) return null;
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
        {costs.map((cost) => (
          <CostLine key={cost.id} order={order} cost={cost} />
        ))}
        {invoices.map((invoice) => (
          <InvoiceLine key={invoice.id} order={order} invoice={invoice} />
        ))}
        {returns.map((back) => (
          <ReturnLine key={back.id} order={order} back={back} />
        ))}
      </Stack>
    </Card>
  );
}

function ReceiptLine({ order, receipt }: { readonly order: WholeOrder; readonly receipt: Receipt }) {
  const t = purchasingWords();
  const undo = useWrite('undoPurchaseReceipt', { about: ['purchasing', 'inventory'] });
  const sum = (name: 'received' | 'damaged' | 'wrong') =>
    receipt.lines.reduce((total, line) => total + line[name], 0);
  return (
    <Paper
      title={t.receipt(receipt.number, receipt.reference)}
      details={[dateOf(receipt.received.at), t.pieces(sum('received'))]}
      flaws={[
        sum('damaged') > 0 && t.damagedCount(sum('damaged')),
        sum('wrong') > 0 && t.wrongCount(sum('wrong')),
      ]}
      amount={receipt.cost}
      isUndone={receipt.undone !== undefined}
      takeBack={
        order.may.includes('undo_receipt')
          ? {
              ...{ permission: 'stock:write', title: t.takeBackTitle, text: t.takeBackText },
              run: () => undo.mutateAsync({ params: { id: receipt.id } }),
            }
          : undefined
      }
    />
  );
}

function CostLine({ order, cost }: { readonly order: WholeOrder; readonly cost: Cost }) {
  const t = purchasingWords();
  const undo = useWrite('undoPurchaseCost', { about: ['purchasing', 'inventory'] });
  const { id, kind, reference, amount, invoiced, undone } = cost;
  const said = invoiced === undefined ? t.costAwaited : t.costInvoiced(moneyOf(invoiced));
  return (
    <Paper
      title={t.cost(t.costs.kinds[kind], reference)}
      details={[undone === undefined && said]}
      amount={amount}
      isUndone={undone !== undefined}
      takeBack={
        order.may.includes('undo_cost') && invoiced === undefined
          ? {
              ...{ permission: 'purchasing:write', title: t.takeBackOne(reference), text: t.undoCostText },
              run: () => undo.mutateAsync({ params: { id } }),
            }
          : undefined
      }
    />
  );
}

function InvoiceLine({ order, invoice }: { readonly order: WholeOrder; readonly invoice: Invoice }) {
  const t = purchasingWords();
  const undo = useWrite('undoSupplierInvoice', { about: ['purchasing', 'inventory'] });
  const { id, number, dueOn, goods, charges, tax, undone } = invoice;
  return (
    <Paper
      title={t.invoice(number, dayOf(dueOn))}
      details={[isSome(charges) && t.andCharges(moneyOf(charges)), isSome(tax) && t.andTax(moneyOf(tax))]}
      amount={goods}
      isUndone={undone !== undefined}
      takeBack={
        order.may.includes('undo_invoice')
          ? {
              ...{ permission: 'purchasing:write', title: t.payables.undoTitle(number) },
              ...{ text: t.undoInvoiceText, run: () => undo.mutateAsync({ params: { id } }) },
            }
          : undefined
      }
    />
  );
}

function ReturnLine({ order, back }: { readonly order: WholeOrder; readonly back: Return }) {
  const t = purchasingWords();
  const undo = useWrite('undoSupplierReturn', { about: ['purchasing', 'inventory'] });
  const { id, lines, reference, credit, tax, undone } = back;
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <Paper
      title={t.returned(pieces, reference)}
      details={[isSome(tax) && t.andTax(moneyOf(tax))]}
      amount={credit}
      isUndone={undone !== undefined}
      takeBack={
        order.may.includes('undo_return')
          ? {
              ...{ permission: 'purchasing:write', title: t.takeBackOne(reference) },
              ...{ text: t.undoReturnText, run: () => undo.mutateAsync({ params: { id } }) },
            }
          : undefined
      }
    />
  );
}

function isSome<Amount extends { readonly amount: string }>(of: Amount | undefined): of is Amount {
  return of !== undefined && /[1-9]/.test(of.amount);
}
