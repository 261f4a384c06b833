import { ActionIcon, Alert, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { Minus, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { ApiProblem, callApi, type Told } from '../../../../platform/cockpit/api/index.ts';
import { type Choosable, FindField } from '../../../../platform/cockpit/form/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { detailOf, ItemCell } from '../item-cell.tsx';
import { Scanner } from '../scan/scanner.tsx';
import { stockWords } from '../words.ts';
import { CountedLines } from './counted-lines.tsx';
import styles from './counter.module.css';
import type { Stocktake } from './stocktake-state.tsx';
import { useCounting } from './use-counting.ts';

type Item = Told<'findStockItems'>['items'][number];
type Seen = { readonly item: Item; readonly quantity: number };

/** Counting: each code that is scanned is one piece more; the last goods can be put right by hand. */
export function Counter({ stocktake }: { readonly stocktake: Stocktake }) {
  const t = stockWords().count;
  const { count, waiting, problem } = useCounting(stocktake.id);
  const [last, setLast] = useState<Seen>();
  const [unknown, setUnknown] = useState<string>();
  const known = useRef(new Map<string, Item>());
  const seePiece = (item: Item) => {
    setUnknown(undefined);
    setLast((before) => ({
      item,
      quantity: before?.item.variantId === item.variantId ? before.quantity + 1 : 1,
    }));
    count({ variantId: item.variantId, quantity: 1, isAnew: false });
  };
  const seeCode = async (code: string) => {
    const remembered = known.current.get(code);
    if (remembered !== undefined) return seePiece(remembered);
    try {
      const { items } = await callApi('findStockItems', { query: { code } });
      const [item] = items;
      if (item === undefined) return setUnknown(t.unknownCode(code));
      known.current.set(code, item);
      seePiece(item);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setUnknown(error.message);
    }
  };
  return (
    <Stack>
      <Card>
        <Stack gap="sm">
          <Scanner onCode={(code) => void seeCode(code)} />
          <FindItem onItem={seePiece} onCode={(code) => void seeCode(code)} />
        </Stack>
      </Card>
      {(unknown ?? problem) !== undefined && (
        <Alert color="red" role="alert">
          {unknown ?? problem}
        </Alert>
      )}
      {last !== undefined && <LastSeen {...{ last, setLast, count }} />}
      <Text size="sm" c="dimmed" role="status">
        {waiting > 0 ? t.waiting(waiting) : t.allSaved}
      </Text>
      <CountedLines stocktake={stocktake} />
    </Stack>
  );
}

function FindItem(props: { readonly onItem: (item: Item) => void; readonly onCode: (code: string) => void }) {
  const t = stockWords();
  const find = async (typed: string, signal: AbortSignal): Promise<readonly Choosable<Item>[]> => {
    const { items } = await callApi('listStockLevels', { query: { q: typed, limit: '10' } }, { signal });
    const seen = new Map(items.map(({ item }) => [item.variantId, item]));
    return [...seen.values()].map((item) => ({
      ...{ id: item.variantId, label: item.title, detail: detailOf(item), value: item },
    }));
  };
  return (
    <FindField
      name="count by hand"
      find={find}
      onTake={props.onItem}
      onTyped={(typed) => {
        if (typed === '') return false;
        props.onCode(typed);
        return true;
      }}
      placeholder={t.count.codeOrName}
      aria-label={t.count.codeOrName}
      size="md"
    />
  );
}

function LastSeen(props: {
  readonly last: Seen;
  readonly setLast: (seen: Seen) => void;
  readonly count: ReturnType<typeof useCounting>['count'];
}) {
  const { last, setLast, count } = props;
  const { item, quantity } = last;
  const t = stockWords().count;
  const [typed, setTyped] = useState<string | number>('');
  const { variantId } = item;
  const add = (pieces: number) => {
    setLast({ item, quantity: quantity + pieces });
    count({ variantId, quantity: pieces, isAnew: false });
  };
  return (
    <Card>
      <div className={styles.last} data-testid="last-seen">
        <ItemCell item={item} size={48} />
        <Group gap="xs" wrap="nowrap">
          <ActionIcon size="xl" variant="default" aria-label={t.less(item.title)} onClick={() => add(-1)}>
            <Minus size={18} />
          </ActionIcon>
          <output className={styles.figure} aria-label={t.justCounted(quantity)}>
            {quantity}
          </output>
          <ActionIcon size="xl" variant="default" aria-label={t.more(item.title)} onClick={() => add(1)}>
            <Plus size={18} />
          </ActionIcon>
        </Group>
        <Group gap="xs" wrap="nowrap">
          <NumberInput
            w={96}
            aria-label={t.totalOf(item.title)}
            placeholder={t.total}
            value={typed}
            onChange={setTyped}
            allowDecimal={false}
            min={0}
            max={1_000_000}
          />
          <Button
            variant="default"
            disabled={typeof typed !== 'number'}
            onClick={() => {
              count({ variantId, quantity: Number(typed), isAnew: true });
              setLast({ item, quantity: Number(typed) });
              setTyped('');
            }}
          >
            {t.setTotal}
          </Button>
        </Group>
      </div>
    </Card>
  );
}
