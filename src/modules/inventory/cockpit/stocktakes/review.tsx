import { Alert, Button, Checkbox, Group, Radio, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { type Told, useRead, useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, TEXT_TONES } from '../../../../platform/cockpit/value/index.ts';
import { ItemCell } from '../item-cell.tsx';
import { stockWords } from '../words.ts';
import styles from './review.module.css';
import type { Stocktake, StocktakeLine } from './stocktake-state.tsx';

const ABOUT = ['inventory'] as const;

/** What the count says against the books, in pieces and money; approving makes it so. */
export function Review({ stocktake }: { readonly stocktake: Stocktake }) {
  const t = stockWords().count;
  const params = { id: stocktake.id };
  const asked = { params, query: { shown: 'different', reveals: 'true', limit: '100' } } as const;
  const lines = useRows('listStocktakeLines', asked, { about: ABOUT });
  const summary = useRead('readStocktakeSummary', { params }, { about: ABOUT });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const isOpen = stocktake.state === 'open';
  return (
    <Stack>
      <Shown of={summary}>{(told) => <Summary summary={told} />}</Shown>
      <Card title={t.differences} about={t.differencesText} isFlush>
        {lines.rows.length === 0 && !lines.isPending ? (
          <Text size="sm" c="dimmed" p="md">
            {isOpen ? t.noDifferences : t.closedText}
          </Text>
        ) : (
          <Differences {...{ lines: lines.rows, left, setLeft, isOpen }} />
        )}
        {lines.hasNextPage && (
          <Button variant="subtle" fullWidth onClick={() => void lines.fetchNextPage()}>
            {t.showMore}
          </Button>
        )}
      </Card>
      {isOpen && <Approve {...{ stocktake, left, isBlocked: lines.rows.some(isBlocked(left)) }} />}
    </Stack>
  );
}

function isBlocked(left: ReadonlySet<string>) {
  return (line: StocktakeLine) => line.isBelowPromised && !left.has(line.variantId);
}

function Summary({ summary }: { readonly summary: Told<'readStocktakeSummary'> }) {
  const t = stockWords().count;
  const { over, short, overWorth, shortWorth, withoutCost } = summary;
  const parts = [
    { name: t.short, pieces: -short, worth: shortWorth, tone: short > 0 ? 'bad' : undefined },
    { name: t.over, pieces: over, worth: overWorth, tone: over > 0 ? 'good' : undefined },
  ];
  return (
    <Card>
      <div className={styles.summary}>
        {parts.map(({ name, pieces, worth, tone }) => (
          <div key={name} data-tone={tone}>
            <span className={styles.name}>{name}</span>
            <span className={styles.pieces}>{t.pieces(pieces)}</span>
            {worth !== undefined && <span className={styles.worth}>{moneyOf(worth)}</span>}
          </div>
        ))}
      </div>
      {withoutCost !== undefined && withoutCost > 0 && (
        <Text size="xs" c="dimmed" mt="xs">
          {t.withoutCost(withoutCost)}
        </Text>
      )}
    </Card>
  );
}

function Differences(props: {
  readonly lines: readonly StocktakeLine[];
  readonly left: ReadonlySet<string>;
  readonly setLeft: (left: ReadonlySet<string>) => void;
  readonly isOpen: boolean;
}) {
  const { lines, left, setLeft, isOpen } = props;
  const t = stockWords().count;
  const hasWorth = lines.some(({ worth }) => worth !== undefined);
  return (
    <div className={styles.scroll}>
      <Table verticalSpacing={8} horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.goods}</Table.Th>
            <Table.Th ta="right">{t.expected}</Table.Th>
            <Table.Th ta="right">{t.counted}</Table.Th>
            <Table.Th ta="right">{t.difference}</Table.Th>
            {hasWorth && <Table.Th ta="right">{t.worth}</Table.Th>}
            {isOpen && <Table.Th w={110}>{t.leaveOut}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.variantId}>
              <Table.Td>
                <ItemCell item={line.item} />
                <Flags line={line} isOpen={isOpen} />
              </Table.Td>
              <Table.Td ta="right">{countOf(line.expected ?? 0)}</Table.Td>
              <Table.Td ta="right">{countOf(line.counted ?? 0)}</Table.Td>
              <Table.Td ta="right" fw={600} c={(line.difference ?? 0) < 0 ? TEXT_TONES.bad : TEXT_TONES.good}>
                {(line.difference ?? 0) > 0 ? '+' : '−'}
                {countOf(Math.abs(line.difference ?? 0))}
              </Table.Td>
              {hasWorth && <Table.Td ta="right">{line.worth && <Money of={line.worth} />}</Table.Td>}
              {isOpen && (
                <Table.Td>
                  <Checkbox
                    aria-label={`${t.leaveOut}: ${line.item.title}`}
                    checked={left.has(line.variantId)}
                    onChange={() =>
                      setLeft(
                        new Set(
                          [...left].includes(line.variantId)
                            ? [...left].filter((id) => id !== line.variantId)
                            : [...left, line.variantId],
                        ),
                      )
                    }
                  />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Flags({ line, isOpen }: { readonly line: StocktakeLine; readonly isOpen: boolean }) {
  const t = stockWords().count;
  if (!isOpen || !(line.isUnsure || line.isBelowPromised)) return null;
  return (
    <Text size="xs" c={line.isBelowPromised ? TEXT_TONES.bad : TEXT_TONES.waiting} mt={4}>
      {line.isBelowPromised ? t.belowPromised : t.unsure}
    </Text>
  );
}

function Approve(props: {
  readonly stocktake: Stocktake;
  readonly left: ReadonlySet<string>;
  readonly isBlocked: boolean;
}) {
  const { stocktake, left, isBlocked: isOff } = props;
  const { id, number, counted, lines, different } = stocktake;
  const t = stockWords().count;
  const may = useMay();
  const [uncounted, setUncounted] = useState<'as_they_are' | 'none'>('as_they_are');
  const approve = useWrite('approveStocktake', {
    ...{ about: ABOUT, isTold: true, onDone: () => sayDone(t.wasApproved(number)) },
  });
  const cancel = useWrite('cancelStocktake', { about: ABOUT });
  const problem = Object.values(problemsByField(approve.error))[0];
  if (!may('stock:write')) return null;
  return (
    <Card title={t.approveTitle}>
      <Stack>
        {problem !== undefined && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        {counted < lines && (
          <Radio.Group
            label={t.uncountedLabel(lines - counted)}
            value={uncounted}
            onChange={(chosen) => setUncounted(chosen === 'none' ? 'none' : 'as_they_are')}
          >
            <Stack gap={6} mt={6}>
              <Radio value="as_they_are" label={t.uncounted.as_they_are} />
              <Radio value="none" label={t.uncounted.none} />
            </Stack>
          </Radio.Group>
        )}
        <Group justify="space-between">
          <ConfirmButton
            title={t.cancelTitle(number)}
            text={t.cancelText}
            verb={t.giveUp}
            onConfirm={() => cancel.mutateAsync({ params: { id } })}
          >
            {t.giveUp}
          </ConfirmButton>
          <ConfirmButton
            title={t.confirmTitle(number)}
            text={t.confirmText(different - left.size)}
            verb={t.approve}
            variant="filled"
            isDangerous={false}
            isOff={isOff || counted === 0}
            onConfirm={() =>
              approve
                .mutateAsync({ params: { id }, body: { uncounted, leavesOut: [...left] } })
                .catch(() => undefined)
            }
          >
            {t.approve}
          </ConfirmButton>
        </Group>
      </Stack>
    </Card>
  );
}
