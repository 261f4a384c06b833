import { Alert, Button, Checkbox, Group, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { CountryField, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { type Point, shippingWords } from '../words.ts';
import { DAYS, dayName } from './point.ts';

type Hours = Readonly<Record<number, { readonly opens: string; readonly closes: string }>>;

/** One place where goods wait: makes it, or changes `point`. One of the shop's own has no carrier. */
export function PointDialog({ point, onClose }: { readonly point?: Point; readonly onClose: () => void }) {
  const t = shippingWords();
  const [facts, setFacts] = useState({
    ...{ name: point?.name ?? '', code: point?.code ?? '', carrier: point?.carrier ?? '' },
    ...{ line1: point?.address.line1 ?? '', postalCode: point?.address.postalCode ?? '' },
    ...{ city: point?.address.city ?? '', country: point?.address.country ?? 'DE' },
    isActive: point?.isActive ?? true,
  });
  const [hours, setHours] = useState<Hours>(() => hoursOf(point));
  const save = useWrite('savePickupPoints', {
    ...{ about: ['shipping'], isTold: true },
    onDone: () => {
      sayDone(t.savedPoint);
      onClose();
    },
  });
  const remove = useWrite('removePickupPoint', { about: ['shipping'], onDone: onClose });
  const problems = problemsByField(save.error);
  const set = (change: Partial<typeof facts>) => setFacts((before) => ({ ...before, ...change }));
  const send = () => {
    const { name, code, carrier, isActive, ...address } = facts;
    const sent = {
      ...{ name, code, isActive, address: { name, ...address } },
      ...(carrier.trim() === '' ? {} : { carrier: carrier.trim() }),
      openingHours: DAYS.flatMap((day) => {
        const span = hours[day];
        return span === undefined ? [] : [{ day, ...span }, ...laterOf(point, day)];
      }),
    };
    save.mutate({ body: { points: [sent] } });
  };
  const text = (field: 'name' | 'code' | 'carrier' | 'line1' | 'postalCode' | 'city', path: string) => ({
    value: facts[field],
    error: problems[`points.0.${path}`],
    maxLength: 100,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [field]: event.currentTarget.value }),
  });
  const [told] = Object.values(problems);
  return (
    <Modal opened onClose={onClose} title={point === undefined ? t.addPoint : t.changePoint} size="lg">
      <Stack>
        <TextInput label={t.name} data-autofocus {...text('name', 'name')} />
        <Group grow align="flex-start">
          <TextInput
            label={t.carrier}
            description={t.pointCarrierText}
            {...text('carrier', 'carrier')}
            disabled={point !== undefined}
          />
          <TextInput
            label={t.pointCode}
            description={t.pointCodeText}
            {...text('code', 'code')}
            disabled={point !== undefined}
          />
        </Group>
        <TextInput label={t.street} {...text('line1', 'address.line1')} />
        <Group grow align="flex-start">
          <TextInput label={t.postalCode} {...text('postalCode', 'address.postalCode')} />
          <TextInput label={t.city} {...text('city', 'address.city')} />
          <CountryField label={t.country} value={facts.country} onChange={(country) => set({ country })} />
        </Group>
        <OpeningHours hours={hours} onChange={setHours} />
        <Switch
          label={t.pointOn}
          checked={facts.isActive}
          onChange={(event) => set({ isActive: event.currentTarget.checked })}
        />
        {told !== undefined && (
          <Alert color="red" role="alert">
            {told}
          </Alert>
        )}
        <Group justify="space-between">
          {point === undefined ? (
            <span />
          ) : (
            <ConfirmButton
              title={t.removePointTitle(point.name)}
              text={t.removePointText}
              verb={t.remove}
              onConfirm={() => remove.mutateAsync({ params: { id: point.id } })}
            >
              {t.remove}
            </ConfirmButton>
          )}
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button loading={save.isPending} onClick={send}>
              {t.save}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}

function OpeningHours({
  hours,
  onChange,
}: {
  readonly hours: Hours;
  readonly onChange: (hours: Hours) => void;
}) {
  const t = shippingWords();
  const turn = (day: number, isOpen: boolean) => {
    const { [day]: _, ...rest } = hours;
    onChange(isOpen ? { ...rest, [day]: hours[day - 1] ?? { opens: '09:00', closes: '18:00' } } : rest);
  };
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend style={{ fontSize: 13, fontWeight: 620, padding: 0, marginBottom: 8 }}>{t.hours}</legend>
      <Stack gap={6}>
        {DAYS.map((day) => {
          const span = hours[day];
          const time = (part: 'opens' | 'closes') => ({
            ...{
              placeholder: '09:00',
              maxLength: 5,
              size: 'xs',
              w: 110,
              value: span?.[part] ?? '',
              disabled: span === undefined,
            },
            'aria-label': `${dayName(day)} ${t[part]}`,
            onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
              span && onChange({ ...hours, [day]: { ...span, [part]: event.currentTarget.value } }),
          });
          return (
            <Group key={day} gap="sm">
              <Checkbox
                size="xs"
                w={90}
                label={dayName(day)}
                checked={span !== undefined}
                onChange={(event) => turn(day, event.currentTarget.checked)}
              />
              <TextInput {...time('opens')} />
              <TextInput {...time('closes')} />
            </Group>
          );
        })}
      </Stack>
    </fieldset>
  );
}

/** The first span of each day, which the form shows. */
function hoursOf(point: Point | undefined): Hours {
  const spans = (point?.openingHours ?? []).map(
    ({ day, opens, closes }) => [day, { opens, closes }] as const,
  );
  return Object.fromEntries(spans.toReversed());
}

/** What comes after a day's first span, a lunch break say, stays as it is as long as the day does. */
function laterOf(point: Point | undefined, day: number) {
  return (point?.openingHours ?? []).filter((one) => one.day === day).slice(1);
}
