import { NumberInput, Select, Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { productWords } from '../words.ts';
import type { PartProps } from './part-props.ts';

type Definition = {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly unit?: string | undefined;
  readonly choices: readonly string[];
};

/** The merchant's own facts of the product, each in a field of its type. */
export function AttributesCard(props: PartProps & { readonly definitions: readonly Definition[] }) {
  const { form, change, isReadOnly, problems, definitions } = props;
  const { editor: t } = productWords();
  if (definitions.length === 0) return null;
  const set = (key: string, value: string | number | boolean | readonly string[] | undefined) => {
    const { [key]: _before, ...others } = form.attributes;
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    change({ attributes: isEmpty ? others : { ...others, [key]: value } });
  };
  return (
    <Card title={t.attributes}>
      <Stack gap="sm">
        {definitions.map((definition) => (
          <AttributeField
            key={definition.key}
            {...{ definition, isReadOnly, value: form.attributes[definition.key] }}
            error={problems[`attributes.${definition.key}`]}
            onChange={(value) => set(definition.key, value)}
          />
        ))}
      </Stack>
    </Card>
  );
}

type Value = string | number | boolean | readonly string[] | undefined;

function AttributeField(props: {
  readonly definition: Definition;
  readonly value: Value;
  readonly isReadOnly: boolean;
  readonly error: string | undefined;
  readonly onChange: (value: Value) => void;
}) {
  const { definition, value, isReadOnly, error, onChange } = props;
  const { name: label, type, unit, choices } = definition;
  const field = { label, error, readOnly: isReadOnly };
  switch (type) {
    case 'boolean':
      return (
        <Switch
          label={label}
          checked={value === true}
          disabled={isReadOnly}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'number':
    case 'measure':
      return (
        <NumberInput
          {...field}
          value={typeof value === 'number' ? value : ''}
          rightSection={unit}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'choices':
      return (
        <TagsInput
          {...field}
          data={[...choices]}
          value={Array.isArray(value) ? [...value] : []}
          onChange={onChange}
        />
      );
    case 'choice':
      if (choices.length === 0) break;
      return (
        <Select
          {...field}
          data={[...choices]}
          value={typeof value === 'string' ? value : null}
          clearable
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
  }
  const kinds: Readonly<Record<string, string>> = { date: 'date', color: 'color', url: 'url' };
  return (
    <TextInput
      {...field}
      type={kinds[type] ?? 'text'}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
