import { Chip, Group, NumberInput, Select, SimpleGrid, Switch, Textarea, TextInput } from '@mantine/core';
import { MoneyField } from '../../../../platform/cockpit/form/index.ts';
import { LANGUAGES, languageName, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { purchasingWords } from '../words.ts';
import type { SupplierDraft } from './supplier-draft.ts';

type Fields = {
  readonly draft: SupplierDraft;
  readonly problems: Readonly<Record<string, string | undefined>>;
  readonly onChange: (parts: Partial<SupplierDraft>) => void;
};

/** Who they are, what they are paid in, and how long they take. */
export function FirstFields({ draft, problems, onChange }: Fields) {
  const t = purchasingWords().suppliers;
  const languages = [...new Set<string>([...LANGUAGES, draft.locale])];
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={t.name}
        required
        maxLength={200}
        value={draft.name}
        error={problems['name']}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t.email}
        description={t.emailHint}
        maxLength={254}
        value={draft.email}
        error={problems['email']}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
      <TextInput
        label={t.currency}
        required
        maxLength={3}
        value={draft.currency}
        error={problems['currency']}
        onChange={(event) => onChange({ currency: event.currentTarget.value.toUpperCase() })}
      />
      <Select
        label={t.language}
        data={languages.map((value) => ({ value, label: languageName(value) }))}
        value={draft.locale}
        allowDeselect={false}
        error={problems['locale']}
        onChange={(locale) => onChange({ locale: locale ?? 'en' })}
      />
      <NumberInput
        label={t.leadDays}
        description={t.leadHint}
        min={0}
        max={730}
        allowDecimal={false}
        value={draft.leadDays}
        error={problems['leadDays']}
        onChange={(days) => onChange({ leadDays: Number(days) || 0 })}
      />
      <TextInput
        label={t.rate}
        maxLength={21}
        value={draft.rate}
        error={problems['rate'] ?? problems['rateE10']}
        onChange={(event) => onChange({ rate: event.currentTarget.value.replace(',', '.') })}
      />
    </SimpleGrid>
  );
}

/** When they take orders and for how much at least, how they deliver and are paid. */
export function TermFields({ draft, problems, onChange }: Fields) {
  const t = purchasingWords().suppliers;
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberInput
          label={t.paymentDays}
          min={0}
          max={365}
          allowDecimal={false}
          value={draft.paymentDays}
          error={problems['paymentDays']}
          onChange={(days) => onChange({ paymentDays: Number(days) || 0 })}
        />
        <NumberInput
          label={t.discount}
          min={0}
          max={50}
          decimalScale={2}
          value={draft.discountMillionths / 10_000}
          error={problems['discountMillionths']}
          onChange={(percent) =>
            onChange({ discountMillionths: Math.round((Number(percent) || 0) * 10_000) })
          }
        />
        <NumberInput
          label={t.discountDays}
          min={0}
          max={365}
          allowDecimal={false}
          value={draft.discountDays}
          error={problems['discountDays']}
          onChange={(days) => onChange({ discountDays: Number(days) || 0 })}
        />
        <TextInput
          label={t.incoterm}
          maxLength={200}
          value={draft.incoterm}
          onChange={(event) => onChange({ incoterm: event.currentTarget.value })}
        />
        <MoneyField
          label={t.minimum}
          value={draft.minimum}
          currency={draft.currency}
          error={problems['orderMinimum']}
          onChange={(minimum) => onChange({ minimum })}
        />
        <NumberInput
          label={t.minimumPieces}
          min={0}
          max={1_000_000}
          allowDecimal={false}
          value={draft.orderMinimumPieces}
          onChange={(pieces) => onChange({ orderMinimumPieces: Number(pieces) || 0 })}
        />
        <OrderDays {...{ draft, problems, onChange }} />
        <NumberInput
          label={t.orderWeeks}
          min={1}
          max={26}
          allowDecimal={false}
          value={draft.orderWeeks}
          onChange={(weeks) => onChange({ orderWeeks: Number(weeks) || 1 })}
        />
      </SimpleGrid>
      <Textarea
        label={t.address}
        autosize
        minRows={2}
        maxLength={1_000}
        value={draft.address}
        onChange={(event) => onChange({ address: event.currentTarget.value })}
      />
      <Textarea
        label={t.note}
        autosize
        maxLength={5_000}
        value={draft.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      <Switch
        label={t.isActive}
        checked={draft.isActive}
        onChange={(event) => onChange({ isActive: event.currentTarget.checked })}
      />
    </>
  );
}

function OrderDays({ draft, onChange }: Fields) {
  const t = purchasingWords().suppliers;
  const format = new Intl.DateTimeFormat(writtenIn().region, { weekday: 'short', timeZone: 'UTC' });
  // 5 January 2026 is a Monday.
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => [day, format.format(Date.UTC(2026, 0, 4 + day))] as const);
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend style={{ fontSize: 14, fontWeight: 500 }}>{`${t.orderDays} · ${t.orderDaysHint}`}</legend>
      <Chip.Group
        multiple
        value={draft.orderWeekdays.map(String)}
        onChange={(chosen) => onChange({ orderWeekdays: chosen.map(Number).toSorted((a, b) => a - b) })}
      >
        <Group gap={4} mt={6}>
          {days.map(([day, label]) => (
            <Chip key={day} value={String(day)} size="xs">
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </fieldset>
  );
}
