import { Button, Checkbox, Modal, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { Tags } from 'lucide-react';
import { useState } from 'react';
import { type Told, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable } from '../../../../platform/cockpit/table/index.ts';
import { productWords } from '../words.ts';

type Attribute = Told<'listAttributes'>['attributes'][number];

/** Facts that products share. */
export function Screen() {
  const { taxonomy: t } = productWords();
  const [query, change] = useAddress();
  const mayWrite = useMay()('products:write');
  const [isNew, setNew] = useState(false);
  const read = useRead('listAttributes', {}, { about: ['catalog'] });
  const rows = read.data?.attributes ?? [];
  const source = {
    ...{ rows, error: read.error, isPending: read.isPending, hasNextPage: false, isFetchingNextPage: false },
    ...{ fetchNextPage: () => undefined, refetch: read.refetch },
  };
  const opened = rows.find(({ key }) => key === textIn(query, 'key'));
  const add = mayWrite && <Button onClick={() => setNew(true)}>{t.addAttribute}</Button>;
  const columns: readonly Column<Attribute>[] = [
    { key: 'name', label: t.name, cell: ({ name }) => name, isTitle: true },
    { key: 'key', label: t.key, width: '20%', cell: ({ key }) => <code>{key}</code> },
    { key: 'type', label: t.type, width: '150px', cell: ({ type }) => t.types[type] },
    { key: 'choices', label: t.choices, width: '30%', cell: ({ choices }) => choices.join(', ') },
    { key: 'facet', label: t.isFacet, width: '130px', cell: ({ isFacet }) => (isFacet ? '✓' : '') },
  ];
  const shared = {
    position: rows.length,
    onClose: () => (isNew ? setNew(false) : change({ key: undefined })),
  };
  return (
    <Page title={t.attributes} about={t.attributesAbout} actions={add} isWhole>
      <DataTable
        {...{ label: t.attributes, columns, source }}
        idOf={({ key }) => key}
        pathOf={({ key }) => `/attributes?key=${key}`}
        empty={<EmptyState icon={Tags} title={t.noAttributes} text={t.attributesAbout} action={add} />}
      />
      {isNew && <AttributeForm {...shared} />}
      {!isNew && opened && <AttributeForm key={opened.key} attribute={opened} {...shared} />}
    </Page>
  );
}

function AttributeForm(props: {
  readonly attribute?: Attribute;
  readonly position: number;
  readonly onClose: () => void;
}) {
  const { attribute, position, onClose } = props;
  const { taxonomy: t } = productWords();
  const fresh = { name: '', type: 'text' as const, unit: '', choices: [], isFacet: false };
  const [form, setForm] = useState<Omit<Attribute, 'key' | 'position'>>(attribute ?? fresh);
  const [key, setKey] = useState(attribute?.key ?? '');
  const save = useWrite('saveAttribute', {
    isTold: true,
    about: ['catalog'],
    onDone: () => {
      sayDone(t.saved);
      onClose();
    },
  });
  const problems = problemsByField(save.error);
  const { name, type, unit = '', choices, isFacet } = form;
  const send = () => {
    const body = { name, type, choices: [...choices], isFacet, position: attribute?.position ?? position };
    save.mutate({ params: { key }, body: unit === '' ? body : { ...body, unit } });
  };
  const named = (text: string) => {
    setForm({ ...form, name: text });
    if (!attribute)
      setKey(
        text
          .toLowerCase()
          .normalize('NFD')
          .replaceAll(/[^a-z0-9]+/g, '_')
          .replace(/^[_\d]+|_$/g, ''),
      );
  };
  return (
    <Modal opened onClose={onClose} title={attribute?.name ?? t.addAttribute} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack>
          <TextInput
            {...{
              label: t.name,
              value: name,
              error: problems['name'],
              required: true,
              'data-autofocus': true,
            }}
            onChange={(event) => named(event.currentTarget.value)}
          />
          <TextInput
            {...{
              label: t.key,
              value: key,
              error: problems['key'],
              readOnly: attribute !== undefined,
              required: true,
            }}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
          <Select
            {...{ label: t.type, value: type, error: problems['type'], allowDeselect: false }}
            data={Object.entries(t.types).map(([value, label]) => ({ value, label }))}
            onChange={(value) => setForm({ ...form, type: (value ?? 'text') as Attribute['type'] })}
          />
          {type === 'measure' && (
            <TextInput
              {...{ label: t.unit, value: unit, error: problems['unit'] }}
              onChange={(event) => setForm({ ...form, unit: event.currentTarget.value })}
            />
          )}
          {(type === 'choice' || type === 'choices') && (
            <TagsInput
              {...{ label: t.choices, value: [...choices], error: problems['choices'] }}
              onChange={(all) => setForm({ ...form, choices: all })}
            />
          )}
          <Checkbox
            {...{ label: t.isFacet, checked: isFacet }}
            onChange={(event) => setForm({ ...form, isFacet: event.currentTarget.checked })}
          />
          <Button type="submit" loading={save.isPending}>
            {t.save}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
