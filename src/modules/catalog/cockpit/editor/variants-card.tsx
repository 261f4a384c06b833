import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { productWords } from '../words.ts';
import styles from './editor.module.css';
import type { VariantForm } from './form.ts';
import type { PartProps } from './part-props.ts';
import { cellsOf, type VariantCell } from './variant-cells.ts';

const SHOWN = 100;

/** Every variant with price, stock and codes, in one currency and one place at a time. */
export function VariantsCard(
  props: PartProps & {
    readonly currencies: readonly string[];
    readonly places: readonly { readonly id: string; readonly name: string }[];
  },
) {
  const { form, change, isReadOnly, problems, currencies, places } = props;
  const { editor: t, price } = productWords();
  const may = useMay();
  const [chosen, setChosen] = useState({ currency: '', place: '' });
  const [isWhole, setWhole] = useState(false);
  const currency = chosen.currency || (currencies[0] ?? 'EUR');
  const place = chosen.place || (places[0]?.id ?? '');
  const cells = cellsOf({ ...t, price }, { currency, place, seesCosts: may('costs:read') });
  const { variants } = form;
  const set = (index: number, cell: VariantCell, text: string) => {
    const variant = variants[index];
    if (variant) change({ variants: variants.with(index, cell.write(variant, text)) });
  };
  const shown = isWhole ? variants : variants.slice(0, SHOWN);
  const isOne = variants.length === 1 && form.options.length === 0;
  const fill = (cell: VariantCell) => {
    const [first] = variants;
    if (first) change({ variants: variants.map((one) => cell.write(one, cell.read(first))) });
  };
  return (
    <Card
      title={isOne ? t.variantTable : `${t.variantTable} (${countOf(variants.length)})`}
      isFlush
      actions={
        <>
          {currencies.length > 1 && (
            <Select
              {...{ size: 'xs', w: 90, 'aria-label': t.currency, value: currency, allowDeselect: false }}
              data={[...currencies]}
              onChange={(value) => setChosen({ currency: value ?? '', place })}
            />
          )}
          {places.length > 1 && (
            <Select
              {...{ size: 'xs', w: 150, 'aria-label': t.place, value: place, allowDeselect: false }}
              data={places.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(value) => setChosen({ currency, place: value ?? '' })}
            />
          )}
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as one */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t.variantTable}>
        <table className={styles.grid}>
          <thead>
            <tr>
              {!isOne && <th scope="col">{form.options.map(({ name }) => name).join(' / ')}</th>}
              {cells.map((cell) => (
                <th key={cell.key} scope="col">
                  {cell.label}
                  {!isOne && !isReadOnly && cell.isShared && (
                    <Button variant="subtle" size="compact-xs" onClick={() => fill(cell)}>
                      {t.applyAll}
                    </Button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((variant, index) => (
              <tr key={variant.id || variant.optionValues.join('\n')}>
                {!isOne && <td>{variant.optionValues.join(' / ')}</td>}
                {cells.map((cell) => (
                  <td key={cell.key} style={{ minWidth: cell.width }}>
                    <Cell
                      {...{ cell, variant, isReadOnly, error: problemOf(problems, index, cell) }}
                      onChange={(text) => set(index, cell, text)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < variants.length && (
        <Group justify="center" p="sm">
          <Button variant="default" onClick={() => setWhole(true)}>
            {countOf(variants.length)}
          </Button>
        </Group>
      )}
      {Object.entries(problems).some(([field]) => field.startsWith('variants')) && (
        <Text size="sm" c="var(--bad)" p="sm" role="alert">
          {Object.entries(problems).find(([field]) => field.startsWith('variants'))?.[1]}
        </Text>
      )}
    </Card>
  );
}

function problemOf(problems: PartProps['problems'], index: number, cell: VariantCell): boolean {
  return problems[`variants.${index}.${cell.field}`] !== undefined;
}

function Cell(props: {
  readonly cell: VariantCell;
  readonly variant: VariantForm;
  readonly isReadOnly: boolean;
  readonly error: boolean;
  readonly onChange: (text: string) => void;
}) {
  const { cell, variant, isReadOnly, error, onChange } = props;
  return (
    <TextInput
      {...{ size: 'xs', error, readOnly: isReadOnly, value: cell.read(variant), inputMode: cell.inputMode }}
      aria-label={[cell.label, ...variant.optionValues].join(' ')}
      styles={cell.isNumber ? { input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } } : {}}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        const tidy = cell.tidy?.(event.currentTarget.value);
        if (tidy !== undefined && tidy !== event.currentTarget.value) onChange(tidy);
      }}
    />
  );
}
