import { Checkbox, Group, MultiSelect, Text } from '@mantine/core';
import { FindField } from '../../../../platform/cockpit/form/index.ts';
import { findGoods } from '../find-goods.ts';
import { priceWords } from '../words.ts';
import { entriesOf, GOODS_FIELDS, goodsText, type PromotionChoices, withEntries } from './choices.ts';
import type { Goods, Selection } from './promotion.ts';
import { Slot } from './slot.tsx';

/** Which goods: those in any of what is named, without those in any of what is excepted. */
export function GoodsSlot(props: {
  readonly goods: Goods | undefined;
  readonly choices: PromotionChoices;
  readonly isOff: boolean;
  readonly onChange: (goods: Goods) => void;
}) {
  const { goods = {}, choices, isOff, onChange } = props;
  const t = priceWords().builder;
  const { everything, or, except, products } = t;
  return (
    <Slot
      name={t.goods}
      text={goodsText(goods, choices, { everything, or, except, products })}
      isOff={isOff}
      width={360}
    >
      <Selections
        label={t.goodsIn}
        selections={goods.anyOf}
        choices={choices}
        onChange={(anyOf) => onChange({ ...goods, anyOf })}
      />
      <Selections
        label={t.exceptIn}
        selections={goods.noneOf}
        choices={choices}
        onChange={(noneOf) => onChange({ ...goods, noneOf })}
      />
      <Checkbox
        label={t.fullPriceOnly}
        checked={goods.isFullPriceOnly ?? false}
        onChange={(event) => onChange({ ...goods, isFullPriceOnly: event.currentTarget.checked })}
      />
    </Slot>
  );
}

function Selections(props: {
  readonly label: string;
  readonly selections: readonly Selection[] | undefined;
  readonly choices: PromotionChoices;
  readonly onChange: (selections: readonly Selection[]) => void;
}) {
  const { label, selections, choices, onChange } = props;
  const t = priceWords().builder;
  const products = (selections ?? []).flatMap((selection) => selection.products ?? []);
  const withProducts = (ids: readonly string[]) => {
    const others = (selections ?? []).filter((selection) => selection.products === undefined);
    onChange(ids.length === 0 ? others : [...others, { products: [...new Set(ids)] }]);
  };
  return (
    <div>
      <Text size="sm" fw={560} mb={4}>
        {label}
      </Text>
      {GOODS_FIELDS.filter((field) => choices[field].length > 0).map((field) => (
        <MultiSelect
          key={field}
          size="xs"
          mb={6}
          searchable
          clearable
          limit={50}
          aria-label={`${label}: ${t.fields[field]}`}
          placeholder={entriesOf(selections, field).length === 0 ? t.fields[field] : ''}
          data={[...choices[field]]}
          value={[...entriesOf(selections, field)]}
          onChange={(entries) => onChange(withEntries(selections, field, entries))}
          comboboxProps={{ withinPortal: false }}
        />
      ))}
      <Group gap={6} wrap="nowrap">
        <FindField
          size="xs"
          style={{ flex: 1 }}
          name="promoted goods"
          find={findGoods}
          placeholder={t.fields.products}
          aria-label={`${label}: ${t.fields.products}`}
          onTake={({ productId }) => withProducts([...products, productId])}
        />
        {products.length > 0 && (
          <button type="button" onClick={() => withProducts([])}>
            {t.products(products.length)} ×
          </button>
        )}
      </Group>
    </div>
  );
}
