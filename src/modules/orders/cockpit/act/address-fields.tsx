import { SimpleGrid, TextInput } from '@mantine/core';
import { CountryField } from '../../../../platform/cockpit/form/index.ts';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';

export type TypedAddress = Partial<NonNullable<OrderDesk['order']['shippingAddress']>>;

const FIELDS = [
  ...(['name', 'company', 'line1', 'line2', 'postalCode', 'city', 'region', 'phone'] as const),
] as const;

/** The fields of a postal address; what the API finds wrong stands at its field. */
export function AddressFields(props: {
  readonly value: TypedAddress;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (address: TypedAddress) => void;
}) {
  const { value, problems, onChange } = props;
  const { fields } = orderWords().address;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {FIELDS.map((field) => (
        <TextInput
          key={field}
          label={fields[field]}
          value={value[field] ?? ''}
          error={problems[`address.${field}`]}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => onChange({ ...value, [field]: event.currentTarget.value })}
        />
      ))}
      <CountryField
        label={fields.country}
        value={value.country ?? ''}
        error={problems['address.country']}
        onChange={(country) => onChange({ ...value, country })}
      />
    </SimpleGrid>
  );
}

/** As the API takes it: without what is empty. */
export function addressSent(typed: TypedAddress) {
  const { name = '', line1 = '', city = '', country = '', ...rest } = typed;
  const others = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  return { name, line1, city, country, ...Object.fromEntries(others) };
}
