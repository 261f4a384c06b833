import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { MoneyField } from '../../../../platform/cockpit/form/index.ts';
import type { Decision } from '../decision.ts';
import { decisionWords, named } from '../words.ts';
import { EditLines } from './edit-lines.tsx';
import type { Acts } from './use-acts.ts';

type Editing = {
  readonly of: Decision;
  readonly acts: Acts;
  readonly onDone: () => void;
};

/** What of a proposal a person may change, in place; Enter keeps it, Escape leaves it. */
export function EditFields(props: Editing) {
  const hasLines = props.of.fields.some(({ label, isEditable }) => isEditable && label !== undefined);
  return hasLines ? <EditLines {...props} /> : <FewFields {...props} />;
}

function FewFields(props: Editing) {
  const { of: decision, acts, onDone } = props;
  const t = decisionWords();
  const editable = decision.fields.filter(({ isEditable }) => isEditable);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(editable.map(({ key, value }) => [key, value])),
  );
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const changed = editable.filter(({ key, value }) => values[key] !== value);
    const fields = changed.map(({ key }) => ({ key, value: values[key] ?? '' }));
    if (fields.length === 0) onDone();
    else acts.edit(decision, fields, onDone);
  };
  return (
    <form onSubmit={keep} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <Group gap="xs" align="end">
        {editable.map(({ key, unit }, index) => {
          const shared = {
            ...{ size: 'xs', w: 140, label: named(t.fields, key), value: values[key] ?? '' },
            // It was asked for by a key: the next keys are for it.
            'data-autofocus': index === 0 || undefined,
            autoFocus: index === 0,
          } as const;
          const set = (value: string) => setValues({ ...values, [key]: value });
          return unit === 'money' ? (
            <MoneyField key={key} {...shared} currency={decision.predicted.value.currency} onChange={set} />
          ) : (
            <TextInput
              key={key}
              {...shared}
              inputMode="numeric"
              onChange={(event) => set(event.currentTarget.value)}
            />
          );
        })}
        <Button type="submit" size="xs">
          {t.save}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t.cancel}
        </Button>
      </Group>
    </form>
  );
}
