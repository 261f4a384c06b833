import {
  ActionIcon,
  Group,
  NumberInput,
  Select,
  Stack,
  Switch,
  TagsInput,
  Text,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ApiProblem, callApi } from '../../../../platform/cockpit/api/index.ts';
import { FindField } from '../../../../platform/cockpit/form/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useDraft } from '../../../../platform/cockpit/state/index.ts';
import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { TEXT_TONES } from '../../../../platform/cockpit/value/index.ts';
import type { Promotion } from '../builder/promotion.ts';
import { type FoundGoods, findGoods } from '../find-goods.ts';
import { GoodsCell } from '../goods-cell.tsx';
import { priceWords } from '../words.ts';
import { Outcome } from './outcome.tsx';

type Line = FoundGoods & { readonly quantity: number };
type Cart = {
  readonly lines: readonly Line[];
  readonly market: string;
  readonly codes: readonly string[] | undefined;
  readonly isKnown: boolean;
  readonly segments: readonly string[];
  readonly at: string;
};
const EMPTY: Cart = { lines: [], market: '', codes: undefined, isKnown: false, segments: [], at: '' };

/** A cart that is tried out with the promotion as it is written: what applies, and why the others do not. */
export function Tester(props: {
  readonly promotion: Promotion;
  readonly id?: string;
  readonly codes: readonly string[];
  readonly markets: readonly { readonly value: string; readonly label: string }[];
}) {
  const { promotion, id, codes, markets } = props;
  const t = priceWords().tester;
  const [kept, keep] = useDraft<Cart>('promotion tester');
  const [cart, setCart] = useState<Cart>(kept ?? EMPTY);
  const change = (changes: Partial<Cart>) => {
    const next = { ...cart, ...changes };
    setCart(next);
    keep(next);
  };
  const market = markets.some(({ value }) => value === cart.market) ? cart.market : (markets[0]?.value ?? '');
  const given = cart.codes ?? (promotion.trigger === 'code' ? codes.slice(0, 1) : []);
  const named = { ...promotion, name: promotion.name.trim() || t.unnamed };
  const body = {
    ...{ promotion: named, ...(id === undefined ? {} : { promotionId: id }) },
    ...{ trialCodes: [...codes].slice(0, 10), locale: writtenIn().language, market, codes: [...given] },
    lines: cart.lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    ...(cart.isKnown ? { customer: { segments: [...cart.segments] } } : {}),
    ...(cart.at === '' ? {} : { at: new Date(cart.at).toISOString() }),
  };
  const [asked] = useDebouncedValue(body, 300);
  const tested = useQuery({
    queryKey: ['testPromotion', asked],
    queryFn: ({ signal }) => callApi('testPromotion', { body: asked }, { signal }),
    enabled: asked.market !== '',
    placeholderData: keepPreviousData,
    retry: false,
    meta: { about: ['pricing'], isTold: true },
  });
  const problem = tested.error instanceof ApiProblem ? tested.error.message : undefined;
  return (
    <Card title={t.title} about={t.about}>
      <Stack gap="sm">
        <FindField
          name="tester"
          find={findGoods}
          placeholder={t.addGoods}
          aria-label={t.addGoods}
          onTake={(found) => change({ lines: withOne(cart.lines, found) })}
        />
        <Lines lines={cart.lines} onChange={(lines) => change({ lines })} />
        <TagsInput
          label={t.codes}
          value={[...given]}
          maxTags={10}
          onChange={(typed) => change({ codes: typed.map((code) => code.toUpperCase()) })}
        />
        <Group grow align="flex-start">
          {markets.length > 1 && (
            <Select
              label={t.market}
              data={[...markets]}
              value={market}
              allowDeselect={false}
              onChange={(chosen) => change({ market: chosen ?? '' })}
            />
          )}
          <TextInput
            label={t.at}
            type="datetime-local"
            value={cart.at}
            onChange={(event) => change({ at: event.currentTarget.value })}
          />
        </Group>
        <Switch
          label={t.known}
          checked={cart.isKnown}
          onChange={(event) => change({ isKnown: event.currentTarget.checked })}
        />
        {cart.isKnown && (
          <TagsInput
            label={t.segments}
            value={[...cart.segments]}
            onChange={(segments) => change({ segments })}
          />
        )}
        {problem !== undefined && (
          <Text size="sm" c={TEXT_TONES.bad} role="alert">
            {problem}
          </Text>
        )}
        {problem === undefined && tested.data !== undefined && (
          <Outcome tested={tested.data} hasGoods={tested.data.lines.length > 0} />
        )}
      </Stack>
    </Card>
  );
}

function withOne(lines: readonly Line[], found: FoundGoods): readonly Line[] {
  const known = lines.find(({ variantId }) => variantId === found.variantId);
  if (known === undefined) return [...lines, { ...found, quantity: 1 }];
  return lines.map((line) => (line === known ? { ...line, quantity: line.quantity + 1 } : line));
}

function Lines(props: {
  readonly lines: readonly Line[];
  readonly onChange: (lines: readonly Line[]) => void;
}) {
  const { lines, onChange } = props;
  const t = priceWords().tester;
  return (
    <Stack gap={8}>
      {lines.map((line) => (
        <Group key={line.variantId} justify="space-between" wrap="nowrap" gap="xs">
          <GoodsCell item={line.item} />
          <Group gap={4} wrap="nowrap">
            <NumberInput
              size="xs"
              w={72}
              min={1}
              max={1_000}
              allowDecimal={false}
              aria-label={`${t.quantity}: ${line.item.title}`}
              value={line.quantity}
              onChange={(typed) => {
                const quantity = Number(typed) || 1;
                onChange(lines.map((one) => (one === line ? { ...one, quantity } : one)));
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t.remove}: ${line.item.title}`}
              onClick={() => onChange(lines.filter((one) => one !== line))}
            >
              <Trash2 size={14} />
            </ActionIcon>
          </Group>
        </Group>
      ))}
    </Stack>
  );
}
