import { ActionIcon, Button, Group, SegmentedControl } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { priceWords } from '../words.ts';
import { AmountsField, amountsText } from './amounts-field.tsx';
import type { PromotionChoices } from './choices.ts';
import { GoodsSlot } from './goods-slot.tsx';
import { PercentField } from './percent-field.tsx';
import { Pieces } from './pieces.tsx';
import type { Benefit, TierOff } from './promotion.ts';
import { Slot } from './slot.tsx';

type TierBenefit = Extract<Benefit, { kind: 'tiers' }>;
type Tier = TierBenefit['tiers'][number];

/** The more, the cheaper: each tier says from how much on. */
export function Tiers(props: {
  readonly benefit: TierBenefit;
  readonly choices: PromotionChoices;
  readonly isOff: boolean;
  readonly onChange: (benefit: TierBenefit) => void;
}) {
  const { benefit, choices, isOff, onChange } = props;
  const t = priceWords().builder;
  const write = (tiers: readonly Tier[]) =>
    onChange(
      benefit.by === 'quantity'
        ? {
            ...benefit,
            tiers: tiers.flatMap(({ from, off }) => (typeof from === 'number' ? [{ from, off }] : [])),
          }
        : {
            ...benefit,
            tiers: tiers.flatMap(({ from, off }) => (typeof from === 'number' ? [] : [{ from, off }])),
          },
    );
  const tiers: readonly Tier[] = benefit.tiers;
  const last = tiers.at(-1);
  return (
    <>
      <GoodsSlot
        goods={benefit.goods}
        choices={choices}
        isOff={isOff}
        onChange={(goods) => onChange({ ...benefit, goods })}
      />
      {tiers.map((tier, index) => {
        const change = (next: Tier) => write(tiers.map((one, place) => (place === index ? next : one)));
        return (
          // A tier has no name but its place.
          <Group key={index} gap={6} wrap="nowrap" component="span">
            {t.fromWord}
            <TierFrom {...{ tier, choices, isOff }} onChange={change} />
            <TierOffSlot
              off={tier.off}
              {...{ choices, isOff }}
              onChange={(off) => change({ ...tier, off })}
            />
            {tiers.length > 1 && !isOff && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t.removeTier}
                onClick={() => write(tiers.filter((one) => one !== tier))}
              >
                <Trash2 size={14} />
              </ActionIcon>
            )}
          </Group>
        );
      })}
      {!isOff && last !== undefined && tiers.length < 20 && (
        <Button size="compact-sm" variant="subtle" onClick={() => write([...tiers, next(last)])}>
          {t.addTier}
        </Button>
      )}
    </>
  );
}

function next(tier: Tier): Tier {
  return typeof tier.from === 'number' ? { ...tier, from: tier.from + 2 } : { ...tier };
}

function TierFrom(props: {
  readonly tier: Tier;
  readonly choices: PromotionChoices;
  readonly isOff: boolean;
  readonly onChange: (tier: Tier) => void;
}): ReactNode {
  const { tier, choices, isOff, onChange } = props;
  const t = priceWords().builder;
  const { from, off } = tier;
  if (typeof from === 'number') {
    return (
      <>
        <Pieces
          name={t.pieces}
          value={from}
          isOff={isOff}
          onChange={(pieces) => onChange({ from: pieces, off })}
        />
        {t.pieces}
      </>
    );
  }
  return (
    <Slot name={t.amount} text={amountsText(from, t.or) || t.none} isOff={isOff}>
      <AmountsField
        label={t.amount}
        currencies={choices.currencies}
        value={from}
        onChange={(amounts) => onChange({ from: amounts, off })}
      />
    </Slot>
  );
}

function TierOffSlot(props: {
  readonly off: TierOff;
  readonly choices: PromotionChoices;
  readonly isOff: boolean;
  readonly onChange: (off: TierOff) => void;
}) {
  const { off, choices, isOff, onChange } = props;
  const t = priceWords().builder;
  const isAmount = 'amount' in off;
  const text = isAmount ? amountsText(off.amount, t.or) : percentOf(off.rateMillionths / 1_000_000, 2);
  return (
    <>
      <Slot name={t.reduction} text={text || t.none} isOff={isOff}>
        <SegmentedControl
          size="xs"
          value={isAmount ? 'amount' : 'percent'}
          data={[
            { value: 'percent', label: t.percent },
            { value: 'amount', label: t.amount },
          ]}
          onChange={(chosen) => onChange(chosen === 'amount' ? { amount: {} } : { rateMillionths: 100_000 })}
        />
        {isAmount ? (
          <AmountsField
            label={t.amount}
            currencies={choices.currencies}
            value={off.amount}
            onChange={(amount) => onChange({ amount })}
          />
        ) : (
          <PercentField
            label={t.percent}
            value={off.rateMillionths}
            onChange={(rateMillionths) => onChange({ rateMillionths })}
          />
        )}
      </Slot>
      {t.offWord}
    </>
  );
}
