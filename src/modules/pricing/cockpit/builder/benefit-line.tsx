import { Select } from '@mantine/core';
import { FindField } from '../../../../platform/cockpit/form/index.ts';
import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { findGoods } from '../find-goods.ts';
import { priceWords } from '../words.ts';
import { AmountsField, amountsText } from './amounts-field.tsx';
import type { PromotionChoices } from './choices.ts';
import { GoodsSlot } from './goods-slot.tsx';
import { PercentField } from './percent-field.tsx';
import { Pieces } from './pieces.tsx';
import { type Amounts, BENEFIT_KINDS, type Benefit, benefitOf, type Goods, kindOf } from './promotion.ts';
import styles from './sentence.module.css';
import { Slot } from './slot.tsx';
import { Tiers } from './tiers.tsx';

export type BenefitProps = {
  readonly benefit: Benefit;
  readonly choices: PromotionChoices;
  readonly isOff: boolean;
  readonly onChange: (benefit: Benefit) => void;
};

/** What is given, as the beginning of a sentence; its first slot says which kind of benefit it is. */
export function BenefitLine(props: BenefitProps) {
  const { benefit, choices, isOff, onChange } = props;
  const t = priceWords().builder;
  const kind = kindOf(benefit);
  return (
    <div className={styles.sentence}>
      <Slot name={t.kind} text={t.verbs[kind]} isOff={isOff}>
        <Select
          label={t.kind}
          data={BENEFIT_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
          value={kind}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(chosen) => {
            const wanted = BENEFIT_KINDS.find((one) => one === chosen);
            if (wanted !== undefined) onChange(benefitOf(wanted, benefit, choices.currencies[0] ?? 'EUR'));
          }}
        />
      </Slot>
      <Rest {...props} />
    </div>
  );
}

function Rest(props: BenefitProps) {
  const { benefit, choices, isOff, onChange } = props;
  const t = priceWords().builder;
  const goods = (of: Goods | undefined, change: (goods: Goods) => void) => (
    <GoodsSlot goods={of} choices={choices} isOff={isOff} onChange={change} />
  );
  const amounts = (name: string, of: Amounts, change: (amounts: Amounts) => void) => (
    <Slot
      name={name}
      text={amountsText(of, t.or) || t.none}
      isEmpty={Object.keys(of).length === 0}
      isOff={isOff}
    >
      <AmountsField label={name} currencies={choices.currencies} value={of} onChange={change} />
    </Slot>
  );
  switch (benefit.kind) {
    case 'percent_off':
      return (
        <>
          <Percent
            {...{ benefit, isOff }}
            onChange={(rateMillionths) => onChange({ ...benefit, rateMillionths })}
          />
          {benefit.per === 'item' ? t.offEach : t.off}
          {goods(benefit.goods, (changed) => onChange({ ...benefit, goods: changed }))}
          <Slot
            name={t.most}
            text={benefit.most === undefined ? t.noMost : t.mostOf(amountsText(benefit.most, t.or))}
            isEmpty={benefit.most === undefined}
            isOff={isOff}
          >
            <AmountsField
              label={t.most}
              currencies={choices.currencies}
              value={benefit.most ?? {}}
              onChange={(most) => {
                const { most: _, ...rest } = benefit;
                onChange(Object.keys(most).length === 0 ? rest : { ...rest, most });
              }}
            />
          </Slot>
        </>
      );
    case 'amount_off_order':
    case 'amount_off_item':
      return (
        <>
          {amounts(t.amount, benefit.amount, (amount) => onChange({ ...benefit, amount }))}
          {benefit.kind === 'amount_off_item' ? t.offEach : t.off}
          {goods(benefit.goods, (changed) => onChange({ ...benefit, goods: changed }))}
        </>
      );
    case 'fixed_price':
      return (
        <>
          {goods(benefit.goods, (changed) => onChange({ ...benefit, goods: changed }))}
          {t.forPrice}
          {amounts(t.price, benefit.price, (price) => onChange({ ...benefit, price }))}
          {t.each}
        </>
      );
    case 'buy_x_get_y':
      return (
        <>
          <Pieces
            name={t.buys}
            value={benefit.buyQuantity}
            {...{ isOff }}
            onChange={(buyQuantity) => onChange({ ...benefit, buyQuantity })}
          />
          {t.of}
          {goods(benefit.buy, (buy) => onChange({ ...benefit, buy }))}
          {t.gets}
          <Pieces
            name={t.given}
            value={benefit.getQuantity}
            {...{ isOff }}
            onChange={(getQuantity) => onChange({ ...benefit, getQuantity })}
          />
          {t.of}
          {goods(benefit.get, (get) => onChange({ ...benefit, get }))}
          {t.atPercent}
          <Percent
            {...{ benefit, isOff }}
            onChange={(rateMillionths) => onChange({ ...benefit, rateMillionths })}
          />
          {t.offWord}
        </>
      );
    case 'tiers':
      return <Tiers {...props} benefit={benefit} />;
    case 'free_delivery':
      return (
        <Slot
          name={t.upTo}
          text={benefit.upTo === undefined ? t.whole : t.upToOf(amountsText(benefit.upTo, t.or))}
          isEmpty={benefit.upTo === undefined}
          isOff={isOff}
        >
          <AmountsField
            label={t.upTo}
            currencies={choices.currencies}
            value={benefit.upTo ?? {}}
            onChange={(upTo) =>
              onChange(Object.keys(upTo).length === 0 ? { kind: benefit.kind } : { ...benefit, upTo })
            }
          />
        </Slot>
      );
    case 'gift':
      return <Gift {...props} benefit={benefit} />;
  }
}

function Gift({
  benefit,
  isOff,
  onChange,
}: BenefitProps & { readonly benefit: Extract<Benefit, { kind: 'gift' }> }) {
  const t = priceWords().builder;
  return (
    <>
      <Pieces
        name={t.given}
        value={benefit.quantity}
        isOff={isOff}
        onChange={(quantity) => onChange({ ...benefit, quantity })}
      />
      <Slot
        name={t.gift}
        text={benefit.variantId === '' ? t.chooseGift : t.chosenGift}
        isEmpty={benefit.variantId === ''}
        isOff={isOff}
      >
        <FindField
          name="gift"
          label={t.gift}
          find={findGoods}
          data-autofocus
          onTake={({ variantId }) => onChange({ ...benefit, variantId })}
        />
      </Slot>
    </>
  );
}

function Percent(props: {
  readonly benefit: { readonly rateMillionths: number };
  readonly isOff: boolean;
  readonly onChange: (rateMillionths: number) => void;
}) {
  const { benefit, isOff, onChange } = props;
  const t = priceWords().builder;
  return (
    <Slot name={t.percent} text={percentOf(benefit.rateMillionths / 1_000_000, 2)} isOff={isOff} width={200}>
      <PercentField label={t.percent} value={benefit.rateMillionths} onChange={onChange} />
    </Slot>
  );
}
