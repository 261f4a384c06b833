import { Alert, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { type Told, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { momentOf, moneyOf, sinceOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { orderWords } from '../words.ts';
import { AddressLines } from './address-lines.tsx';
import styles from './order.module.css';
import type { OrderDesk } from './order-desk.ts';

type Proposal = Told<'listAddressChanges'>['items'][number];

/** Another address that was proposed to whoever ordered, while somebody may still do something about it. */
export function ProposalCard({ desk }: { readonly desk: OrderDesk }) {
  const { id } = desk.order;
  const isOff = desk.timeline.every(({ kind }) => kind !== 'address_change_proposed');
  const found = useRead('listAddressChanges', { params: { id } }, { about: ['orders', 'payments'], isOff });
  const shown = (found.data?.items ?? []).filter(({ isOpen, stuck }) => isOpen || stuck !== undefined);
  if (shown.length === 0) return null;
  const t = orderWords().address;
  return (
    <Card title={t.proposed}>
      {shown.map((proposal) => (
        <div key={proposal.id} className={styles.part}>
          <About of={proposal} />
          {proposal.isOpen && <WithdrawButton orderId={id} />}
          {proposal.stuck && <Stuck orderId={id} of={proposal} />}
        </div>
      ))}
    </Card>
  );
}

function About({ of }: { readonly of: Proposal }) {
  const t = orderWords().address;
  return (
    <>
      <div className={styles.row}>
        <AddressLines of={of.address} />
        <StateBadge tone={of.isOpen ? 'waiting' : 'neutral'}>{t.states[of.state]}</StateBadge>
      </div>
      <div className={styles.quiet} style={{ marginTop: 6 }}>
        {of.isOpen
          ? `${t.toPay(moneyOf(of.difference), moneyOf(of.total))} ${t.until(momentOf(of.expiresAt))}`
          : of.endedAt && t.ended(momentOf(of.endedAt))}
      </div>
    </>
  );
}

function WithdrawButton({ orderId }: { readonly orderId: string }) {
  const t = orderWords().address;
  const withdraw = useWrite('withdrawAddressChange', {
    about: ['orders', 'payments'],
    onDone: () => sayDone(t.withdrawn),
  });
  if (!useMay()('orders:write')) return null;
  return (
    <Group mt="xs">
      <ConfirmButton
        title={t.withdrawTitle}
        text={t.withdrawText}
        verb={t.withdraw}
        onConfirm={() => withdraw.mutateAsync({ params: { id: orderId } })}
      >
        {t.withdraw}
      </ConfirmButton>
    </Group>
  );
}

function Stuck({ orderId, of }: { readonly orderId: string; readonly of: Proposal }) {
  const t = orderWords().address;
  const may = useMay();
  const [refusal, setRefusal] = useState<string>();
  const retry = useWrite('retryAddressChangeReturn', {
    about: ['orders', 'payments'],
    onDone: ({ isGivenBack, why = '' }) => {
      if (isGivenBack) sayDone(t.givenBack);
      else setRefusal(t.refusedAgain(why));
    },
  });
  if (of.stuck === undefined) return null;
  const { why, times, againAt } = of.stuck;
  return (
    <Alert color="red" mt="xs" title={t.stuck(moneyOf(of.difference))}>
      <div>{refusal ?? t.stuckText(why, times, sinceOf(againAt))}</div>
      {may('orders:write') && (
        <Button
          mt="xs"
          variant="default"
          loading={retry.isPending}
          onClick={() => retry.mutate({ params: { id: orderId, changeId: of.id } })}
        >
          {t.askAgain}
        </Button>
      )}
    </Alert>
  );
}
