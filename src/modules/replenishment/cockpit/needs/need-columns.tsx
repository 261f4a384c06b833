import { NumberInput } from '@mantine/core';
import type { Column } from '../../../../platform/cockpit/table/index.ts';
import { countOf, moneyOf, percentOf, wholeMoneyOf } from '../../../../platform/cockpit/text/index.ts';
import {
  Count,
  Interval,
  Money,
  Pictured,
  StateBadge,
  Why,
} from '../../../../platform/cockpit/value/index.ts';
import { picturedOf } from '../item.ts';
import { replenishmentWords } from '../words.ts';
import type { NeedRow } from './need-row.ts';

type Quantities = {
  readonly quantities: Readonly<Record<string, number>>;
  readonly setQuantity: (id: string, quantity: number) => void;
  readonly canOrder: boolean;
};

const LIKELY = 0.2;

export function needColumns(given: Quantities): readonly Column<NeedRow>[] {
  const t = replenishmentWords();
  const end = { align: 'end', width: '80px' } as const;
  return [
    { key: 'item', label: t.goods, cell: ({ item }) => <Pictured {...picturedOf(item)} />, isTitle: true },
    { key: 'supplier', label: t.supplier, cell: ({ supplier }) => supplier.name, width: '124px' },
    { ...end, key: 'available', label: t.available, cell: ({ available }) => <Count of={available} /> },
    {
      ...{ ...end, key: 'onOrder', label: t.onOrder },
      cell: ({ onOrder }) => (onOrder === 0 ? '–' : <Count of={onOrder} />),
    },
    { ...end, key: 'cover', label: t.cover, cell: (need) => <Cover need={need} /> },
    { ...end, key: 'chance', label: t.needs.chance, cell: (need) => <Chance need={need} /> },
    {
      ...end,
      width: '132px',
      key: 'quantity',
      label: t.needs.order,
      cell: (need) => <Quantity need={need} {...given} />,
    },
    {
      ...{ ...end, width: '104px', key: 'cost', label: t.cost },
      cell: ({ cost, quantity }) => cost !== undefined && quantity > 0 && <Money of={cost} />,
    },
    { ...end, width: '152px', key: 'value', label: t.needs.value, cell: (need) => <Worth need={need} /> },
  ];
}

function Cover({ need: { coverDays } }: { readonly need: NeedRow }) {
  const t = replenishmentWords();
  return coverDays === undefined ? t.never : t.days(coverDays);
}

/** A word and a tone where it is likely; a share says nothing by itself. */
function Chance({ need: { stockOutChance } }: { readonly need: NeedRow }) {
  const text = percentOf(stockOutChance, 0);
  return stockOutChance < LIKELY ? text : <StateBadge tone="bad">{text}</StateBadge>;
}

function Quantity({ need, quantities, setQuantity, canOrder }: Quantities & { readonly need: NeedRow }) {
  const t = replenishmentWords();
  const { item, quantity, reasons } = need;
  const texts = reasons.map(({ kind, numbers }) => t.reasons[kind](numbersIn(numbers)));
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}>
      <Why title={t.needs.why} text={texts.map((text) => <p key={text}>{text}</p>)} />
      {canOrder && quantity > 0 ? (
        <NumberInput
          aria-label={t.needs.quantityOf(item.title)}
          value={quantities[item.variantId] ?? quantity}
          onChange={(value) => setQuantity(item.variantId, Number(value) || 0)}
          onClick={(event) => event.stopPropagation()}
          {...{ size: 'xs', min: 1, max: 1_000_000, allowDecimal: false, hideControls: true, w: 72 }}
        />
      ) : (
        <Count of={quantity} />
      )}
    </span>
  );
}

/** Numbers of reasons that are what a level serves, of one. */
const SERVED: ReadonlySet<string> = new Set(['cycle', 'fill']);

function numbersIn(numbers: Readonly<Record<string, number>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, textOf(name, value)]));
}

function textOf(name: string, value: number): string {
  // Down, so that only what lacks nothing reads as all: 99.76 % is 99.7 %, 99.99 % is 99.9 %.
  if (SERVED.has(name)) return percentOf(Math.floor(value * 1_000 + 1e-6) / 1_000, 1);
  return name === 'share' ? percentOf(value, 0) : countOf(Math.round(value));
}

function Worth({ need: { predicted, waitCostPerDay, quantity } }: { readonly need: NeedRow }) {
  const t = replenishmentWords();
  if (predicted === undefined || quantity === 0) return '–';
  const { value, low, high, horizonDays } = predicted;
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}>
      <Why
        title={t.needs.value}
        text={t.needs.valueText(t.days(horizonDays))}
        steps={waitCostPerDay ? [{ name: t.needs.waiting, value: moneyOf(waitCostPerDay) }] : []}
      />
      <Interval isStacked value={wholeMoneyOf(value)} low={wholeMoneyOf(low)} high={wholeMoneyOf(high)} />
    </span>
  );
}
