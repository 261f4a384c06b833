import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { CountryField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { stockWords } from '../words.ts';
import type { Location } from './location.ts';

/** Makes a place that holds stock, or changes `location`. */
export function LocationDialog(props: {
  readonly location?: Location;
  readonly position: number;
  readonly onClose: () => void;
}) {
  const { location, position, onClose } = props;
  const t = stockWords().locations;
  const [draft, setDraft] = useState({
    ...{ name: location?.name ?? '', code: location?.code ?? '', country: location?.country ?? '' },
  });
  const done = {
    ...{ about: ['inventory'], isTold: true },
    onDone: () => {
      sayDone(t.saved);
      onClose();
    },
  };
  const create = useWrite('createLocation', done);
  const change = useWrite('changeLocation', done);
  const problems = problemsByField(create.error ?? change.error);
  const save = () => {
    const { country, ...rest } = draft;
    const body = {
      ...{ ...rest, position: location?.position ?? position, isActive: location?.isActive ?? true },
      ...(country === '' ? {} : { country }),
    };
    if (location === undefined) create.mutate({ body });
    else change.mutate({ params: { id: location.id }, body });
  };
  const text = (name: 'name' | 'code', most: number) => ({
    ...{ value: draft[name], error: problems[name], maxLength: most },
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });
  return (
    <Modal opened onClose={onClose} title={location === undefined ? t.add : t.changeTitle} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack>
          <TextInput label={t.name} data-autofocus {...text('name', 255)} />
          <TextInput label={t.code} description={t.codeText} {...text('code', 40)} />
          <CountryField
            {...{ label: t.country, description: t.countryText, value: draft.country }}
            error={problems['country']}
            onChange={(country) => setDraft({ ...draft, country })}
          />
          {problems[''] !== undefined && (
            <Alert color="red" role="alert">
              {problems['']}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button type="submit" loading={create.isPending || change.isPending}>
              {t.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
