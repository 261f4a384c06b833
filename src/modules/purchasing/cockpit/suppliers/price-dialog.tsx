import {
  ActionIcon,
  Alert,
  Button,
  Group,
  Modal,
  NumberInput,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type RowOf, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { FindGoods, type Goods } from '../find-goods.tsx';
import { ItemCell } from '../item-cell.tsx';
import { purchasingWords } from '../words.ts';
import type { Supplier } from './supplier-draft.ts';

type Entry = RowOf<'listSupplierPrices'>;
type Break = { readonly from: number; readonly amount: string; readonly per: number };
const ONE: Break = { from: 1, amount: '', per: 1 };

/** One entry of a price list: how it is packed, from how many on, at which prices, and from when they hold. */
export function PriceDialog(props: {
  readonly supplier: Supplier;
  /** Nothing: one is added. */
  readonly entry: Entry | undefined;
  readonly close: () => void;
}) {
  const { supplier, entry, close } = props;
  const words = purchasingWords();
  const t = words.suppliers.entry;
  const [goods, choose] = useState<Goods | undefined>(entry?.item);
  const variantId = entry?.variantId ?? goods?.variantId;
  return (
    <Modal
      opened
      onClose={close}
      title={goods === undefined ? t.add : t.title(goods.title)}
      size="lg"
      centered
    >
      {variantId === undefined ? (
        <FindGoods label={t.choose} onTake={choose} />
      ) : (
        <Stack>
          {entry === undefined && <ItemCell item={goods} />}
          <PriceForm {...{ supplier, entry, variantId, close }} />
        </Stack>
      )}
    </Modal>
  );
}

function PriceForm(props: {
  readonly supplier: Supplier;
  readonly entry: Entry | undefined;
  readonly variantId: string;
  readonly close: () => void;
}) {
  const { supplier, entry, variantId, close } = props;
  const words = purchasingWords();
  const t = words.suppliers.entry;
  const { currency } = supplier;
  const params = { id: supplier.id };
  const [sku, setSku] = useState(entry?.sku ?? '');
  const [counts, setCounts] = useState({
    ...{ packSize: entry?.packSize ?? 1, minimumQuantity: entry?.minimumQuantity ?? 1 },
    shelfLifeDays: entry?.shelfLifeDays,
  });
  const [breaks, setBreaks] = useState<readonly Break[]>(() => breaksOf(entry));
  const [validFrom, setValidFrom] = useState('');
  const done = () => {
    sayDone(t.kept);
    close();
  };
  const save = useWrite('saveSupplierPrices', { about: ['purchasing'], isTold: true, onDone: done });
  const remove = useWrite('removeSupplierPrices', { about: ['purchasing'], onDone: close });
  const problem = Object.values(problemsByField(save.error))[0];
  const source = {
    ...{
      variantId,
      packSize: counts.packSize,
      minimumQuantity: counts.minimumQuantity,
      rank: entry?.rank ?? 0,
    },
    ...(counts.shelfLifeDays === undefined ? {} : { shelfLifeDays: counts.shelfLifeDays }),
    ...(sku.trim() === '' ? {} : { sku: sku.trim() }),
    ...(validFrom === '' ? {} : { validFrom }),
    breaks: breaks
      .toSorted((a, b) => a.from - b.from)
      .map(({ from, amount, per }) => ({ from, price: { amount: { amount, currency }, per } })),
  };
  const change = (one: Break, parts: Partial<Break>) =>
    setBreaks(breaks.map((other) => (other === one ? { ...other, ...parts } : other)));
  const isReady = breaks.length > 0 && breaks.every(({ amount }) => amount !== '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save.mutate({ params, body: { sources: [source] } });
      }}
    >
      <Stack>
        {problem !== undefined && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 2, sm: 4 }}>
          <TextInput
            label={t.theirs}
            maxLength={200}
            value={sku}
            onChange={(event) => setSku(event.currentTarget.value)}
          />
          <NumberInput
            label={t.pack}
            min={1}
            max={1_000_000}
            allowDecimal={false}
            value={counts.packSize}
            onChange={(typed) => setCounts({ ...counts, packSize: Number(typed) || 1 })}
          />
          <NumberInput
            label={t.least}
            min={1}
            max={1_000_000}
            allowDecimal={false}
            value={counts.minimumQuantity}
            onChange={(typed) => setCounts({ ...counts, minimumQuantity: Number(typed) || 1 })}
          />
          <NumberInput
            label={t.shelf}
            min={1}
            max={10_000}
            allowDecimal={false}
            value={counts.shelfLifeDays ?? ''}
            onChange={(typed) => setCounts({ ...counts, shelfLifeDays: Number(typed) || undefined })}
          />
        </SimpleGrid>
        <Stack gap="xs">
          {breaks.map((one, index) => (
            <BreakRow
              key={index}
              {...{ of: one, currency, index, change: (parts: Partial<Break>) => change(one, parts) }}
              remove={
                breaks.length > 1 ? () => setBreaks(breaks.filter((other) => other !== one)) : undefined
              }
            />
          ))}
          <Group>
            <Button
              size="compact-sm"
              variant="default"
              disabled={breaks.length >= 20}
              onClick={() => setBreaks([...breaks, { ...ONE, from: (breaks.at(-1)?.from ?? 0) + 1 }])}
            >
              {t.addBreak}
            </Button>
          </Group>
        </Stack>
        <TextInput
          type="date"
          label={t.validFrom}
          description={t.validHint}
          value={validFrom}
          onChange={(event) => setValidFrom(event.currentTarget.value)}
        />
        <Group justify="space-between">
          {entry === undefined ? (
            <span />
          ) : (
            <Button
              variant="subtle"
              color="red"
              onClick={() => remove.mutate({ params, body: { variantIds: [variantId] } })}
            >
              {t.remove}
            </Button>
          )}
          <Group gap="xs">
            <Button variant="default" onClick={close}>
              {words.cancel}
            </Button>
            <Button type="submit" disabled={!isReady} loading={save.isPending}>
              {words.save}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function BreakRow(props: {
  readonly of: Break;
  readonly currency: string;
  readonly index: number;
  readonly change: (parts: Partial<Break>) => void;
  readonly remove: (() => void) | undefined;
}) {
  const { of, currency, index, change, remove } = props;
  const words = purchasingWords();
  const t = words.suppliers.entry;
  const label = (text: string) => ({ [index === 0 ? 'label' : 'aria-label']: text });
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <NumberInput
        {...label(t.from)}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        value={of.from}
        onChange={(typed) => change({ from: Number(typed) || 1 })}
      />
      <MoneyField
        {...label(t.price)}
        value={of.amount}
        currency={currency}
        onChange={(amount) => change({ amount })}
      />
      <NumberInput
        {...label(t.per)}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        value={of.per}
        onChange={(typed) => change({ per: Number(typed) || 1 })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        disabled={remove === undefined}
        aria-label={`${words.remove}: ${of.from}`}
        onClick={remove}
      >
        <Trash2 size={15} />
      </ActionIcon>
    </Group>
  );
}

function breaksOf(entry: Entry | undefined): readonly Break[] {
  const some = (entry?.breaks ?? []).map(({ from, price }) => ({
    ...{ from, amount: price?.amount.amount ?? '', per: price?.per ?? 1 },
  }));
  return some.length === 0 ? [ONE] : some;
}
