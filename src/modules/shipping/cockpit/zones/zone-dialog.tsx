import { Alert, Button, Group, Modal, Stack, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { CountriesField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { shippingWords, type Zone } from '../words.ts';

/** Which places are in a zone; makes one, or changes `zone`. */
export function ZoneDialog(props: {
  readonly zone?: Zone;
  readonly position: number;
  readonly onClose: () => void;
}) {
  const { zone, position, onClose } = props;
  const t = shippingWords();
  const [name, setName] = useState(zone?.name ?? '');
  const [place, setPlace] = useState({
    countries: [...(zone?.countries ?? [])],
    regions: [...(zone?.regions ?? [])],
    postalCodes: [...(zone?.postalCodes ?? [])],
  });
  const done = {
    ...{ about: ['shipping'], isTold: true },
    onDone: () => {
      sayDone(t.savedZone);
      onClose();
    },
  };
  const create = useWrite('createShippingZone', done);
  const change = useWrite('changeShippingZone', done);
  const problems = problemsByField(create.error ?? change.error);
  const save = () => {
    const body = { name: name.trim(), position: zone?.position ?? position, ...place };
    if (zone === undefined) create.mutate({ body });
    else change.mutate({ params: { id: zone.id }, body });
  };
  return (
    <Modal opened onClose={onClose} title={zone === undefined ? t.addZone : t.changeZone} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack>
          <TextInput
            {...{ label: t.name, maxLength: 100, value: name, error: problems['name'] }}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <CountriesField
            {...{ label: t.countries, description: t.countriesText, error: problems['countries'] }}
            value={place.countries}
            onChange={(countries) => setPlace({ ...place, countries: [...countries] })}
          />
          <TagsInput
            {...{
              label: t.postalCodes,
              description: t.postalCodesText,
              error: firstOf(problems, 'postalCodes'),
            }}
            splitChars={[',', ' ', ';', '\n']}
            placeholder="27498  2*  20000..21149"
            value={place.postalCodes}
            disabled={place.countries.length === 0}
            onChange={(postalCodes) => setPlace({ ...place, postalCodes })}
          />
          <TagsInput
            {...{ label: t.regions, description: t.regionsText, error: firstOf(problems, 'regions') }}
            splitChars={[',', ' ', ';', '\n']}
            placeholder="US-CA"
            value={place.regions}
            disabled={place.countries.length === 0}
            onChange={(regions) => setPlace({ ...place, regions: regions.map((code) => code.toUpperCase()) })}
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
            <Button
              type="submit"
              loading={create.isPending || change.isPending}
              disabled={name.trim() === ''}
            >
              {t.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function firstOf(problems: Readonly<Record<string, string>>, field: string): string | undefined {
  return Object.entries(problems).find(([path]) => path === field || path.startsWith(`${field}.`))?.[1];
}
