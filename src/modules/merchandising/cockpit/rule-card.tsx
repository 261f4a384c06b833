import { ActionIcon, Alert, Autocomplete, Button, Group, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Plus, Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import { useRead, useWrite } from '../../../platform/cockpit/api/index.ts';
import { Card } from '../../../platform/cockpit/page/index.ts';
import { useSession } from '../../../platform/cockpit/state/index.ts';
import { countOf } from '../../../platform/cockpit/text/index.ts';
import styles from './collection.module.css';
import { ProductTile } from './product-tile.tsx';
import {
  type ConditionForm,
  type OperatorName,
  operatorsOf,
  PLAIN_FIELDS,
  type RuleForm,
  ruleOf,
  takesValue,
  withField,
} from './rule-form.ts';
import { collectionWords } from './words.ts';

/** A rule in words, and what it would take in now. */
export function RuleCard(props: {
  readonly rule: RuleForm;
  readonly isReadOnly: boolean;
  readonly onChange: (rule: RuleForm) => void;
}) {
  const { rule, isReadOnly, onChange } = props;
  const t = collectionWords();
  const { conditions } = rule;
  const set = (place: number, condition: ConditionForm) =>
    onChange({ ...rule, conditions: conditions.with(place, condition) });
  return (
    <Card title={t.rule}>
      <Stack gap="sm">
        <Group gap="xs">
          <Text size="sm">{t.match}</Text>
          <Select
            {...{
              size: 'xs',
              w: 190,
              'aria-label': t.match,
              value: rule.join,
              allowDeselect: false,
              readOnly: isReadOnly,
            }}
            data={[
              { value: 'all', label: t.all },
              { value: 'any', label: t.any },
            ]}
            onChange={(join) => onChange({ ...rule, join: join === 'any' ? 'any' : 'all' })}
          />
        </Group>
        {conditions.map((condition, place) => (
          <Condition
            key={place}
            {...{ condition, isReadOnly }}
            onChange={(next) => set(place, next)}
            {...(conditions.length > 1
              ? { onRemove: () => onChange({ ...rule, conditions: conditions.toSpliced(place, 1) }) }
              : {})}
          />
        ))}
        {!isReadOnly && (
          <Button
            variant="default"
            w="fit-content"
            leftSection={<Plus size={14} />}
            onClick={() =>
              onChange({ ...rule, conditions: [...conditions, { field: 'tag', is: 'equal_to', value: '' }] })
            }
          >
            {t.addCondition}
          </Button>
        )}
        <Preview rule={rule} />
      </Stack>
    </Card>
  );
}

function Condition(props: {
  readonly condition: ConditionForm;
  readonly isReadOnly: boolean;
  readonly onChange: (condition: ConditionForm) => void;
  readonly onRemove?: () => void;
}) {
  const { condition, isReadOnly, onChange, onRemove } = props;
  const t = collectionWords();
  const { shop } = useSession();
  const choices = useRead('listProductChoices', {}, { about: ['catalog'], isKept: true }).data;
  const names: Readonly<Record<string, string>> = t.fields;
  const keyed = (field: string) =>
    field === 'price' || field === 'compare_at' ? `${field}:${shop.currency}` : field;
  const fields = [
    ...PLAIN_FIELDS.map((field) => ({ value: keyed(field), label: names[field] ?? field })),
    ...(choices?.attributes ?? []).map(({ key, name }) => ({ value: `attribute:${key}`, label: name })),
  ];
  const known = fields.some(({ value }) => value === condition.field);
  const operators: Readonly<Record<OperatorName, string>> = t.operators;
  const values: Readonly<Record<string, readonly string[] | undefined>> = {
    ...{ tag: choices?.tags, type: choices?.productTypes, brand: choices?.brands.map(({ name }) => name) },
    ...{ category: choices?.categories.map(({ path }) => path), status: ['active', 'draft', 'archived'] },
  };
  return (
    <Group gap="xs" wrap="wrap" align="center">
      <Select
        {...{
          size: 'xs',
          w: 190,
          'aria-label': t.field,
          allowDeselect: false,
          searchable: true,
          readOnly: isReadOnly,
        }}
        data={known ? fields : [...fields, { value: condition.field, label: condition.field }]}
        value={condition.field}
        onChange={(field) => field && onChange(withField(condition, field))}
      />
      <Select
        {...{
          size: 'xs',
          w: 170,
          'aria-label': t.operator,
          value: condition.is,
          allowDeselect: false,
          readOnly: isReadOnly,
        }}
        data={operatorsOf(condition.field).map((is) => ({ value: is, label: operators[is] }))}
        onChange={(is) => is && onChange({ ...condition, is })}
      />
      {takesValue(condition.is) && (
        <Autocomplete
          {...{ size: 'xs', 'aria-label': t.value, value: condition.value, limit: 30, readOnly: isReadOnly }}
          style={{ flex: 1, minWidth: 140 }}
          data={[...new Set(values[condition.field] ?? [])]}
          onChange={(value) => onChange({ ...condition, value })}
        />
      )}
      {onRemove && !isReadOnly && (
        <ActionIcon variant="subtle" color="gray" aria-label={t.remove} onClick={onRemove}>
          <Trash2 size={15} />
        </ActionIcon>
      )}
    </Group>
  );
}

/** How many products the rule takes in, and the first of them, while it is being stated. */
function Preview({ rule }: { readonly rule: RuleForm }) {
  const t = collectionWords();
  const stated = JSON.stringify(ruleOf(rule));
  const [settled] = useDebouncedValue(stated, 300);
  const preview = useWrite('previewRule', { about: [], isTold: true });
  const { mutate } = preview;
  const isWhole = rule.conditions.every(({ is, value }) => !takesValue(is) || value.trim() !== '');
  useEffect(() => {
    if (isWhole && settled === stated) mutate({ body: { rule: JSON.parse(settled) } });
  }, [mutate, settled, stated, isWhole]);
  if (preview.error) return <Alert color="orange">{preview.error.message}</Alert>;
  if (!preview.data || !isWhole) return null;
  const { count, products } = preview.data;
  return (
    <div>
      <Text size="sm" fw={560} role="status" mb={6}>
        {count === 0 ? t.noMatch : t.found(countOf(count))}
      </Text>
      <ul className={styles.tiles}>
        {products.map((product) => (
          <li key={product.productId}>
            <ProductTile product={product} />
          </li>
        ))}
      </ul>
    </div>
  );
}
