import { Button, Flex, Stack } from '@mantine/core';
import { HandCoins } from 'lucide-react';
import { useState } from 'react';
import { type RowOf, useRead, useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton } from '../../../../platform/cockpit/overlay/index.ts';
import { EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { textIn, textsIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import {
  type Column,
  DataTable,
  type Filter,
  ListBar,
  shownColumns,
} from '../../../../platform/cockpit/table/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { dayOf } from '../day.ts';
import { purchasingWords } from '../words.ts';
import { ChargesDialog } from './charges-dialog.tsx';
import { DueTable } from './due-table.tsx';
import { PayDialog } from './pay-dialog.tsx';
import { Payments } from './payments.tsx';

type Payable = RowOf<'listPayables'>;

/** What suppliers, carriers and customs are owed: when it is due, what may be taken off, and what was paid. */
export function Screen() {
  const t = purchasingWords().payables;
  const may = useMay();
  const [query] = useAddress();
  const [paid, pay] = useState<Payable>();
  const [isCharging, setCharging] = useState(false);
  const isAll = textIn(query, 'all') === 'true' || query['all'] === true;
  const supplierId = textIn(query, 'supplierId') || undefined;
  const due = useRead('readMoneyDue', {}, { about: ['purchasing'] });
  const suppliers = useRead('listSuppliers', {}, { about: ['purchasing'] });
  const asked = { supplierId, isOpen: isAll ? undefined : ('true' as const) };
  const payables = useRows('listPayables', { query: asked }, { about: ['purchasing'], isKept: true });
  const names = (suppliers.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const filters: readonly Filter[] = [
    { key: 'supplierId', label: t.whom, kind: 'choice', options: names },
    { key: 'all', label: t.shown, kind: 'choice', options: [{ value: 'true', label: t.paidToo }] },
  ];
  const columns = columnsOf(may('payments:write') ? pay : undefined);
  return (
    <Page
      title={t.title}
      about={t.about}
      back="/purchasing"
      actions={
        may('purchasing:write') && (
          <Button variant="default" onClick={() => setCharging(true)}>
            {t.charge}
          </Button>
        )
      }
    >
      <Stack>
        <Shown of={due}>{(told) => <DueTable of={told} />}</Shown>
        <div>
          <ListBar filters={filters} columns={columns} />
          <DataTable
            label={t.title}
            columns={shownColumns(columns, textsIn(query, 'columns'))}
            source={payables}
            idOf={({ id }) => id}
            isFiltered={supplierId !== undefined || isAll}
            empty={<EmptyState icon={HandCoins} title={t.empty} text={t.emptyText} />}
            phone={(payable) => ({
              title: payable.supplier.name,
              detail: [payable.number, payable.open && moneyOf(payable.open), dueText(payable)]
                .filter(Boolean)
                .join(' · '),
              aside: <Act of={payable} pay={may('payments:write') ? pay : undefined} isNarrow />,
            })}
          />
        </div>
        <Payments supplierId={supplierId} />
      </Stack>
      {paid !== undefined && due.data && (
        <PayDialog
          supplier={paid.supplier}
          currency={paid.currency}
          first={paid.id}
          today={due.data.today}
          close={() => pay(undefined)}
        />
      )}
      {isCharging && (
        <ChargesDialog
          suppliers={(suppliers.data?.items ?? []).filter(({ isActive }) => isActive)}
          close={() => setCharging(false)}
        />
      )}
    </Page>
  );
}

function dueText({ isLate, dueOn }: Payable): string {
  const t = purchasingWords().payables;
  return isLate ? `${t.late}: ${dayOf(dueOn)}` : dayOf(dueOn);
}

type Pay = ((payable: Payable) => void) | undefined;

function columnsOf(pay: Pay): readonly Column<Payable>[] {
  const t = purchasingWords().payables;
  return [
    { key: 'supplier', label: t.whom, cell: ({ supplier }) => supplier.name, isTitle: true },
    { key: 'number', label: t.number, cell: ({ number }) => number, width: '130px' },
    { key: 'kind', label: t.kind, cell: ({ kind }) => t.kinds[kind], width: '115px' },
    {
      ...{ key: 'due', label: t.due, width: '120px' },
      cell: (of) => (of.isLate ? <StateBadge tone="bad">{dayOf(of.dueOn)}</StateBadge> : dayOf(of.dueOn)),
    },
    {
      ...{ key: 'discount', label: t.discount, width: '200px' },
      cell: ({ discount }) => discount?.amount && t.off(moneyOf(discount.amount), dayOf(discount.until)),
    },
    {
      ...{ key: 'amount', label: t.amount, align: 'end', width: '140px', isHidden: true },
      cell: ({ amount }) => amount && <Money of={amount} isDim />,
    },
    {
      ...{ key: 'open', label: t.open, align: 'end', width: '140px' },
      cell: ({ open }) => open && <Money of={open} />,
    },
    { key: 'act', label: t.act, align: 'end', width: '220px', cell: (of) => <Act of={of} pay={pay} /> },
  ];
}

/** Open invoices are paid, with credits or without; they may be taken back while nothing of them is paid. */
function Act(props: { readonly of: Payable; readonly pay: Pay; readonly isNarrow?: boolean }) {
  const { of, pay, isNarrow = false } = props;
  const t = purchasingWords().payables;
  const may = useMay();
  const undoCharges = useWrite('undoChargesInvoice', { about: ['purchasing'] });
  const undoGoods = useWrite('undoSupplierInvoice', { about: ['purchasing', 'inventory'] });
  if (of.undone !== undefined) return <StateBadge tone="neutral">{t.undone}</StateBadge>;
  const isUntouched = of.open?.amount === of.amount?.amount;
  if (of.open !== undefined && !/[1-9]/.test(of.open.amount)) {
    return <StateBadge tone="good">{t.settled}</StateBadge>;
  }
  return (
    <Flex gap={4} py={isNarrow ? 8 : 0} direction={isNarrow ? 'column-reverse' : 'row'} justify="flex-end">
      {of.kind !== 'credit' && isUntouched && may('purchasing:write') && (
        <ConfirmButton
          title={t.undoTitle(of.number)}
          text={of.kind === 'goods' ? purchasingWords().undoInvoiceText : t.undoText}
          verb={t.undo}
          variant="subtle"
          onConfirm={() =>
            of.invoiceId === undefined
              ? undoCharges.mutateAsync({ params: { id: of.id } })
              : undoGoods.mutateAsync({ params: { id: of.invoiceId } })
          }
        >
          {t.undo}
        </ConfirmButton>
      )}
      {pay && of.kind !== 'credit' && (
        <Button size="compact-sm" variant="default" onClick={() => pay(of)}>
          {t.pay}
        </Button>
      )}
    </Flex>
  );
}
