import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../platform/cockpit/form/index.ts';
import { ConfirmButton, sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import styles from './taxes.module.css';
import { type TaxClass, taxWords } from './words.ts';

/** Kinds of goods that some places tax at a rate of their own. */
export function ClassesCard({ classes }: { readonly classes: readonly TaxClass[] }) {
  const t = taxWords();
  const may = useMay();
  const remove = useWrite('removeTaxClass', { about: ['taxes'] });
  return (
    <Card title={t.classes} about={t.classesText} isFlush>
      <ul className={styles.list}>
        <li>
          <Text size="sm">{t.standard}</Text>
          <Text size="xs" c="dimmed">
            {t.standardText}
          </Text>
        </li>
        {classes.map(({ code, name }) => (
          <li key={code}>
            <div>
              <Text size="sm">{name}</Text>
              <Text size="xs" c="dimmed">
                {code}
              </Text>
            </div>
            {may('settings:write') && (
              <ConfirmButton
                title={t.removeClassTitle(name)}
                text={t.removeClassText}
                verb={t.remove}
                variant="subtle"
                onConfirm={() => remove.mutateAsync({ params: { code } })}
              >
                {t.remove}
              </ConfirmButton>
            )}
          </li>
        ))}
        {may('settings:write') && (
          <li>
            <AddClass />
          </li>
        )}
      </ul>
    </Card>
  );
}

function AddClass() {
  const t = taxWords();
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const save = useWrite('saveTaxClass', {
    ...{ about: ['taxes'], isTold: true },
    onDone: () => {
      sayDone(t.savedClass);
      setName('');
      setCode('');
    },
  });
  const problems = problemsByField(save.error);
  return (
    <form
      style={{ width: '100%' }}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ params: { code: code.trim() }, body: { name: name.trim() } });
      }}
    >
      <Group align="flex-end" gap="xs" grow>
        <TextInput
          {...{ size: 'xs', label: t.className, placeholder: t.classHint, value: name, maxLength: 100 }}
          error={problems['name']}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          {...{ size: 'xs', label: t.classCode, placeholder: 'books', value: code, maxLength: 40 }}
          error={problems['code'] ?? problems['']}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          style={{ flex: 'none' }}
          loading={save.isPending}
          disabled={name.trim() === '' || code.trim() === ''}
        >
          {t.addClass}
        </Button>
      </Group>
    </form>
  );
}
