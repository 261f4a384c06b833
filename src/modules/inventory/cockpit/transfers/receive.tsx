import { Alert, Button, Group, Modal, NumberInput, Radio, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { ItemCell } from '../item-cell.tsx';
import { usePlaces } from '../places.ts';
import { stockWords } from '../words.ts';
import type { WholeTransfer } from './transfer-state.tsx';

type Rest = 'later' | 'lost' | 'back';

/** Says what has come of each, and, where something is missing, what becomes of it. */
export function Receive({
  transfer,
  close,
}: {
  readonly transfer: WholeTransfer;
  readonly close: () => void;
}) {
  const t = stockWords();
  const open = transfer.lines.map((line) => ({ ...line, open: Math.max(line.quantity - line.received, 0) }));
  const [come, setCome] = useState<Readonly<Record<string, number>>>(
    Object.fromEntries(open.map(({ variantId, open: left }) => [variantId, left])),
  );
  const [rest, setRest] = useState<Rest>('later');
  const receive = useWrite('receiveTransfer', {
    ...{ about: ['inventory'], isTold: true },
    onDone: ({ number, state }) => {
      close();
      sayDone(state === 'received' ? t.transfer.closed(number) : t.transfer.partly(number));
    },
  });
  const missing = open.reduce((sum, line) => sum + Math.max(line.open - (come[line.variantId] ?? 0), 0), 0);
  const problem = Object.values(problemsByField(receive.error))[0];
  const lines = open.map(({ variantId }) => ({ variantId, received: come[variantId] ?? 0 }));
  const became = missing > 0 && rest !== 'later' ? { missing: rest } : {};
  return (
    <Modal opened onClose={close} title={t.transfer.receiveTitle(transfer.number)} size="lg" centered>
      <Stack>
        {problem !== undefined && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.goods}</Table.Th>
              <Table.Th ta="right">{t.transfer.stillOpen}</Table.Th>
              <Table.Th ta="right" w={120}>
                {t.transfer.arrivedNow}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {open.map((line) => (
              <Table.Tr key={line.variantId}>
                <Table.Td>{line.item === undefined ? t.gone : <ItemCell item={line.item} />}</Table.Td>
                <Table.Td ta="right">{line.open}</Table.Td>
                <Table.Td>
                  <NumberInput
                    size="xs"
                    aria-label={`${t.transfer.arrivedNow}: ${line.item?.title ?? t.gone}`}
                    value={come[line.variantId] ?? 0}
                    min={0}
                    max={1_000_000}
                    allowDecimal={false}
                    onChange={(typed) => setCome({ ...come, [line.variantId]: Number(typed) || 0 })}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {missing > 0 && <MissingChoice {...{ missing, rest, setRest, transfer }} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
          <Button
            loading={receive.isPending}
            onClick={() => receive.mutate({ params: { id: transfer.id }, body: { lines, ...became } })}
          >
            {t.transfer.receive}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function MissingChoice(props: {
  readonly missing: number;
  readonly rest: Rest;
  readonly setRest: (rest: Rest) => void;
  readonly transfer: WholeTransfer;
}) {
  const { missing, rest, setRest, transfer } = props;
  const { nameOf } = usePlaces();
  const t = stockWords().transfer;
  const options: readonly (readonly [Rest, string])[] = [
    ['later', t.rest.later],
    ['lost', t.rest.lost],
    ['back', t.rest.back(nameOf(transfer.fromId))],
  ];
  return (
    <Radio.Group
      label={t.missingPieces(missing)}
      value={rest}
      onChange={(chosen) => setRest(options.find(([value]) => value === chosen)?.[0] ?? 'later')}
    >
      <Stack gap={6} mt={6}>
        {options.map(([value, label]) => (
          <Radio key={value} value={value} label={<Text size="sm">{label}</Text>} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
