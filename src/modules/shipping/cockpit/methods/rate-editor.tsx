import { ActionIcon, Button, Group, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { MoneyField } from '../../../../platform/cockpit/form/index.ts';
import styles from '../shipping.module.css';
import { shippingWords, type Table } from '../words.ts';
import type { Basis, RateDraft, StepDraft } from './method-draft.ts';

const BASES: readonly Basis[] = ['weight', 'value', 'quantity', 'carrier'];

type Editing = {
  readonly rate: RateDraft;
  readonly onChange: (rate: RateDraft) => void;
  /** By the field of the form: `rates.0.steps.1.price`. */
  readonly problems: Readonly<Record<string, string>>;
  readonly place: number;
};

/** The price in one zone and currency: steps by weight, value or pieces, or the carrier's own table. */
export function RateEditor(
  props: Editing & {
    readonly zoneName: string;
    readonly tables: readonly Table[];
    readonly onRemove: () => void;
  },
) {
  const { rate, onChange, problems, place, zoneName, tables, onRemove } = props;
  const { currency, basis } = rate;
  const t = shippingWords();
  const own = tables.filter((table) => table.currency === currency);
  const name = `${zoneName} · ${currency}`;
  return (
    <section className={styles.rate} aria-label={name}>
      <Group justify="space-between">
        <Text size="sm" fw={620}>
          {name}
        </Text>
        <Button variant="subtle" color="gray" aria-label={`${t.remove}: ${name}`} onClick={onRemove}>
          {t.remove}
        </Button>
      </Group>
      <div className={styles.scroll}>
        <SegmentedControl
          size="xs"
          aria-label={t.basis}
          value={basis}
          data={BASES.filter((one) => one !== 'carrier' || own.length > 0 || basis === 'carrier').map(
            (value) => ({
              value,
              label: t.bases[value],
            }),
          )}
          onChange={(chosen) => {
            const next = BASES.find((one) => one === chosen) ?? basis;
            onChange({ ...rate, basis: next, tableId: next === 'carrier' ? (own[0]?.id ?? '') : '' });
          }}
        />
      </div>
      {basis === 'carrier' ? (
        <Group grow align="flex-start">
          <Select
            {...{ label: t.table, value: rate.tableId, allowDeselect: false }}
            error={problems[`rates.${place}.tableId`]}
            data={own.map(({ id, name: label }) => ({ value: id, label }))}
            onChange={(tableId) => onChange({ ...rate, tableId: tableId ?? '' })}
          />
          <MoneyField
            {...{ label: t.surcharge, currency, value: rate.surcharge }}
            onChange={(surcharge) => onChange({ ...rate, surcharge })}
          />
        </Group>
      ) : (
        <Steps {...{ rate, onChange, problems, place }} />
      )}
      <MoneyField
        {...{ label: t.freeFrom, description: t.freeFromHint, currency, value: rate.freeFrom, maw: 280 }}
        error={problems[`rates.${place}.freeFrom`]}
        onChange={(freeFrom) => onChange({ ...rate, freeFrom })}
      />
    </section>
  );
}

function Steps({ rate, onChange, problems, place }: Editing) {
  const { steps, basis, currency } = rate;
  const t = shippingWords();
  const put = (index: number, step: StepDraft) => onChange({ ...rate, steps: steps.with(index, step) });
  const field = `rates.${place}.steps`;
  return (
    <Stack gap={8}>
      <div className={styles.step} aria-hidden>
        <Text size="xs" c="dimmed">
          {basis === 'carrier' ? '' : t.upTo[basis]}
        </Text>
        <Text size="xs" c="dimmed">
          {t.price}
        </Text>
      </div>
      {steps.map((step, index) => (
        <div key={index} className={styles.step}>
          {basis === 'value' ? (
            <MoneyField
              {...{ currency, value: step.upTo, placeholder: t.endless }}
              aria-label={t.endOf(index + 1)}
              error={problems[`${field}.${index}.upTo`]}
              onChange={(upTo) => put(index, { ...step, upTo })}
            />
          ) : (
            <NumberInput
              {...{ min: 1, allowDecimal: false, value: step.upTo, placeholder: t.endless }}
              suffix={basis === 'weight' ? ' g' : ''}
              aria-label={t.endOf(index + 1)}
              error={problems[`${field}.${index}.upTo`]}
              onChange={(upTo) => put(index, { ...step, upTo: String(upTo) })}
            />
          )}
          <MoneyField
            {...{ currency, value: step.price }}
            aria-label={t.priceOf(index + 1)}
            error={problems[`${field}.${index}.price`]}
            onChange={(price) => put(index, { ...step, price })}
          />
          {steps.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t.removeStep(index + 1)}
              onClick={() => onChange({ ...rate, steps: steps.toSpliced(index, 1) })}
            >
              <X size={15} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {problems[field] !== undefined && (
        <Text size="sm" c="var(--bad)">
          {problems[field]}
        </Text>
      )}
      <div>
        <Button
          variant="subtle"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => onChange({ ...rate, steps: [...steps, { upTo: '', price: '' }] })}
        >
          {t.addStep}
        </Button>
      </div>
    </Stack>
  );
}
