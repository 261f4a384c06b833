import { Button, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, Page } from '../../../../platform/cockpit/page/index.ts';
import { useGo, useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { customerWords } from '../words.ts';
import { type Condition, FIELDS, isWhole, newCondition, type Rule } from './condition.ts';
import { ConditionRow } from './condition-row.tsx';
import { LiveCount } from './live-count.tsx';
import styles from './segments.module.css';

export type EditedSegment = {
  readonly id: string | undefined;
  readonly code: string;
  readonly name: string;
  readonly rule?: Rule | undefined;
};

/** A segment's name and rule, with how many fit it while it is written. */
export function SegmentForm({ segment }: { readonly segment: EditedSegment }) {
  const t = customerWords().segments;
  const go = useGo();
  const may = useMay();
  const [name, setName] = useState(segment.name);
  const [code, setCode] = useState(segment.code);
  const [rule, setRule] = useState<Rule | undefined>(segment.rule);
  const done = () => {
    sayDone(t.saved);
    go('/segments');
  };
  const create = useWrite('createSegment', { about: ['customers'], onDone: done });
  const change = useWrite('changeSegment', { about: ['customers'], onDone: done });
  const error = create.error ?? change.error;
  const problems = problemsByField(error);
  const isReady = name.trim() !== '' && (rule === undefined || rule.conditions.every(isWhole));
  const send = () => {
    const body = { code: code || codeOf(name), name, ...(rule ? { rule } : {}) };
    if (segment.id === undefined) create.mutate({ body });
    else change.mutate({ params: { id: segment.id }, body });
  };
  return (
    <Page
      title={segment.id === undefined ? t.create : segment.name}
      back="/segments"
      actions={segment.id !== undefined && <SegmentActions segment={segment} />}
      isNarrow
    >
      <div className={styles.columns}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady) send();
          }}
        >
          <Stack gap="md">
            <Card>
              <Stack gap="sm">
                <TextInput
                  label={t.name}
                  value={name}
                  error={problems['name']}
                  onChange={(event) => setName(event.currentTarget.value)}
                  maxLength={80}
                  required
                />
                <TextInput
                  label={t.code}
                  description={t.codeHint}
                  value={code || codeOf(name)}
                  error={problems['code']}
                  onChange={(event) => setCode(event.currentTarget.value)}
                  readOnly={segment.id !== undefined}
                  maxLength={40}
                />
              </Stack>
            </Card>
            <RuleCard rule={rule} onChange={setRule} />
            {problems[''] && <Text c="red">{problems['']}</Text>}
            {may('customers:write') && (
              <Group justify="flex-end">
                <Button
                  type="submit"
                  size="sm"
                  disabled={!isReady}
                  loading={create.isPending || change.isPending}
                >
                  {customerWords().save}
                </Button>
              </Group>
            )}
          </Stack>
        </form>
        {rule && <LiveCount rule={rule} />}
      </div>
    </Page>
  );
}

function RuleCard(props: {
  readonly rule: Rule | undefined;
  readonly onChange: (rule: Rule | undefined) => void;
}) {
  const { rule, onChange } = props;
  const t = customerWords().segments;
  const { currency } = useSession().shop;
  const first = { match: 'all' as const, conditions: [newCondition('orders', currency)] };
  const put = (conditions: Condition[]) => rule && onChange({ ...rule, conditions });
  return (
    <Card title={t.kind}>
      <SegmentedControl
        mb="md"
        aria-label={t.kind}
        value={rule ? 'rule' : 'hand'}
        onChange={(value) => onChange(value === 'rule' ? first : undefined)}
        data={[
          { value: 'rule', label: t.byRule },
          { value: 'hand', label: t.byHand },
        ]}
      />
      {rule === undefined && <Text size="sm">{t.byHandText}</Text>}
      {rule && (
        <>
          <Group gap="xs" mb="md">
            <Text size="sm">{t.match}</Text>
            <Select
              size="sm"
              w={220}
              aria-label={t.match}
              value={rule.match}
              onChange={(match) => onChange({ ...rule, match: match === 'any' ? 'any' : 'all' })}
              data={[
                { value: 'all', label: t.all },
                { value: 'any', label: t.any },
              ]}
              allowDeselect={false}
            />
          </Group>
          <ul className={styles.conditions}>
            {rule.conditions.map((condition, index) => (
              <ConditionRow
                key={index}
                of={condition}
                onChange={(next) => put(rule.conditions.with(index, next))}
                onRemove={() => rule.conditions.length > 1 && put(rule.conditions.toSpliced(index, 1))}
              />
            ))}
          </ul>
          <Select
            size="sm"
            w={220}
            aria-label={t.addCondition}
            placeholder={t.addCondition}
            value={null}
            onChange={(value) => {
              const field = FIELDS.find((one) => one === value);
              if (field && rule.conditions.length < 20) {
                put([...rule.conditions, newCondition(field, currency)]);
              }
            }}
            data={FIELDS.map((value) => ({ value, label: t.fields[value] }))}
          />
        </>
      )}
    </Card>
  );
}

function SegmentActions({ segment }: { readonly segment: EditedSegment }) {
  const t = customerWords().segments;
  const go = useGo();
  const may = useMay();
  const remove = useWrite('removeSegment', {
    about: ['customers'],
    onDone: () => {
      sayDone(t.removed);
      go('/segments');
    },
  });
  const { id } = segment;
  return (
    <>
      <Button variant="default" onClick={() => go(`/customers?segment=${encodeURIComponent(segment.code)}`)}>
        {t.show}
      </Button>
      {id !== undefined && may('customers:write') && (
        <ConfirmButton
          title={t.removeTitle(segment.name)}
          text={t.removeText}
          verb={t.remove}
          onConfirm={() => remove.mutateAsync({ params: { id } })}
        >
          {t.remove}
        </ConfirmButton>
      )}
    </>
  );
}

/** `loyal-customers` for `Loyal customers`. */
function codeOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
}
