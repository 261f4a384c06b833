import {
  Button,
  Group,
  NumberInput,
  Popover,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { type RowOf, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { stockWords } from '../words.ts';
import styles from './levels.module.css';

export const REASONS = ['correction', 'received', 'damaged', 'returned'] as const;
type Reason = (typeof REASONS)[number];

/** What is on hand, to be changed in place: by so many, or to so many, with a reason. It can be taken back. */
export function Adjust({ level }: { readonly level: RowOf<'listStockLevels'> }) {
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const t = stockWords();
  if (!may('stock:write')) return <span className={styles.figure}>{countOf(level.onHand)}</span>;
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={300}
      position="bottom-end"
      withArrow
      trapFocus
      shadow="md"
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.adjust}
          aria-label={t.adjustOf(level.item.title, level.onHand)}
          onClick={() => setOpen(!isOpen)}
        >
          <PencilLine size={13} aria-hidden />
          <span className={styles.figure}>{countOf(level.onHand)}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {isOpen && <AdjustForm level={level} close={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function AdjustForm(props: { readonly level: RowOf<'listStockLevels'>; readonly close: () => void }) {
  const { level, close } = props;
  const [how, setHow] = useState<'by' | 'to'>('by');
  const [typed, setTyped] = useState<string | number>('');
  const [reason, setReason] = useState<Reason>('correction');
  const [reference, setReference] = useState('');
  const t = stockWords();
  const { item, locationId, onHand } = level;
  const about = ['inventory'] as const;
  const undo = useWrite('moveStock', { about });
  const move = useWrite('moveStock', {
    ...{ about, isTold: true },
    onDone: (_told, { body }) => {
      const moves = body.moves.map((one) => ({ ...one, quantity: -one.quantity }));
      close();
      sayDone(t.adjusted(item.title, quantity), () =>
        undo.mutate({ body: { moves, reason: 'correction', reference: t.takenBack } }),
      );
    },
  });
  const value = typeof typed === 'number' ? typed : Number.NaN;
  const quantity = how === 'by' ? value : value - onHand;
  const isReady = Number.isInteger(quantity) && quantity !== 0;
  const problem = Object.values(problemsByField(move.error))[0];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        const moves = [{ variantId: item.variantId, locationId, quantity }];
        move.mutate({ body: { moves, reason, reference: reference.trim() || t.byHand } });
      }}
    >
      <Stack gap="xs">
        <SegmentedControl
          fullWidth
          size="xs"
          value={how}
          onChange={(chosen) => setHow(chosen === 'to' ? 'to' : 'by')}
          data={[
            { value: 'by', label: t.changeBy },
            { value: 'to', label: t.setTo },
          ]}
        />
        <NumberInput
          aria-label={how === 'by' ? t.changeBy : t.setTo}
          data-autofocus
          value={typed}
          onChange={setTyped}
          allowDecimal={false}
          min={how === 'to' ? 0 : -1_000_000}
          max={1_000_000}
          placeholder={how === 'by' ? '−2' : String(onHand)}
          error={problem}
        />
        <Select
          aria-label={t.reason}
          value={reason}
          allowDeselect={false}
          onChange={(chosen) => setReason(REASONS.find((one) => one === chosen) ?? 'correction')}
          data={REASONS.map((one) => ({ value: one, label: t.reasons[one] }))}
          comboboxProps={{ withinPortal: false }}
        />
        <TextInput
          aria-label={t.reference}
          placeholder={t.referenceHint}
          maxLength={200}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {isReady ? t.fromTo(onHand, onHand + quantity) : ''}
          </Text>
          <Button type="submit" size="xs" disabled={!isReady} loading={move.isPending}>
            {t.adjust}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
