import { Button, Stack, Table, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, Facts, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf, dayOf, momentOf } from '../../../../platform/cockpit/text/index.ts';
import { TEXT_TONES, Timeline } from '../../../../platform/cockpit/value/index.ts';
import { ItemCell } from '../item-cell.tsx';
import { usePlaces } from '../places.ts';
import { useWho } from '../who.ts';
import { stockWords } from '../words.ts';
import { Receive } from './receive.tsx';
import { TransferBadge, type WholeTransfer } from './transfer-state.tsx';

const ABOUT = ['inventory'] as const;

/** One transfer: what is in it, where it is, and what is to be done with it next. */
export function Screen() {
  const { id = '' } = useParams({ strict: false });
  const transfer = useRead('readTransfer', { params: { id } }, { about: ABOUT });
  return <Shown of={transfer}>{(told) => <TransferPage transfer={told} />}</Shown>;
}

function TransferPage({ transfer }: { readonly transfer: WholeTransfer }) {
  const t = stockWords();
  const may = useMay();
  const { nameOf } = usePlaces();
  const { number, fromId, toId, expectedOn, note } = transfer;
  return (
    <Page
      title={number}
      back="/transfers"
      aside={<TransferBadge of={transfer} />}
      about={`${nameOf(fromId)} → ${nameOf(toId)}`}
      actions={may('stock:write') && <NextStep transfer={transfer} />}
      isNarrow
    >
      <Stack>
        <Card title={t.goods} isFlush>
          <Lines transfer={transfer} />
        </Card>
        <Card>
          <Facts
            of={[
              [t.transfer.expected, expectedOn && dayOf(expectedOn)],
              [t.note, note],
              [t.transfer.missing, transfer.missing && t.transfer.became[transfer.missing]],
            ]}
          />
          <History transfer={transfer} />
        </Card>
      </Stack>
    </Page>
  );
}

function NextStep({ transfer }: { readonly transfer: WholeTransfer }) {
  const t = stockWords();
  const { nameOf } = usePlaces();
  const [isReceiving, setReceiving] = useState(false);
  const send = useWrite('sendTransfer', { about: ABOUT });
  const cancel = useWrite('cancelTransfer', { about: ABOUT });
  const { id, state, quantity, fromId, number } = transfer;
  if (state === 'draft') {
    return (
      <>
        <ConfirmButton
          title={t.transfer.cancelTitle(number)}
          text={t.transfer.cancelText}
          verb={t.transfer.cancel}
          onConfirm={() => cancel.mutateAsync({ params: { id } })}
        >
          {t.transfer.cancel}
        </ConfirmButton>
        <ConfirmButton
          title={t.transfer.sendTitle(number)}
          text={t.transfer.sendText(quantity, nameOf(fromId))}
          verb={t.transfer.send}
          variant="filled"
          isDangerous={false}
          onConfirm={() => send.mutateAsync({ params: { id } })}
        >
          {t.transfer.send}
        </ConfirmButton>
      </>
    );
  }
  if (state !== 'sent') return null;
  return (
    <>
      <Button onClick={() => setReceiving(true)}>{t.transfer.receive}</Button>
      {isReceiving && <Receive transfer={transfer} close={() => setReceiving(false)} />}
    </>
  );
}

function Lines({ transfer }: { readonly transfer: WholeTransfer }) {
  const t = stockWords();
  const isDraft = transfer.state === 'draft';
  return (
    <Table verticalSpacing={8} horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.goods}</Table.Th>
          {isDraft && <Table.Th ta="right">{t.available}</Table.Th>}
          <Table.Th ta="right">{t.quantity}</Table.Th>
          {!isDraft && <Table.Th ta="right">{t.transfer.arrived}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {transfer.lines.map(({ variantId, item, quantity, received, available }) => (
          <Table.Tr key={variantId}>
            <Table.Td>{item === undefined ? t.gone : <ItemCell item={item} />}</Table.Td>
            {isDraft && (
              <Table.Td ta="right" c={available < quantity ? TEXT_TONES.bad : undefined}>
                {countOf(available)}
              </Table.Td>
            )}
            <Table.Td ta="right">{countOf(quantity)}</Table.Td>
            {!isDraft && (
              <Table.Td ta="right">
                <Text span size="sm" fw={560} c={received < quantity ? TEXT_TONES.waiting : undefined}>
                  {countOf(received)}
                </Text>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function History({ transfer }: { readonly transfer: WholeTransfer }) {
  const t = stockWords().transfer;
  const who = useWho();
  const { made, sent, closed, state } = transfer;
  const steps = [
    closed && { ...closed, title: state === 'cancelled' ? t.wasCancelled : t.wasReceived },
    sent && { ...sent, title: t.wasSent },
    { ...made, title: t.wasPlanned },
  ];
  const happened = steps.flatMap((step) =>
    step
      ? [{ id: step.title, at: step.at, title: step.title, who: who(step.by), detail: momentOf(step.at) }]
      : [],
  );
  return <Timeline of={happened} />;
}
