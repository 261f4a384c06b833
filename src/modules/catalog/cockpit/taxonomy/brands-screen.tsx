import { Button, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { BadgeCheck } from 'lucide-react';
import { useState } from 'react';
import { type RowOf, useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable, ListBar } from '../../../../platform/cockpit/table/index.ts';
import { Count } from '../../../../platform/cockpit/value/index.ts';
import { productWords } from '../words.ts';

type Brand = RowOf<'listBrands'>;

/** Who makes what is sold. */
export function Screen() {
  const { taxonomy: t, title } = productWords();
  const [query, change] = useAddress();
  const mayWrite = useMay()('products:write');
  const q = textIn(query, 'q');
  const brands = useRows(
    'listBrands',
    { query: q === '' ? {} : { q } },
    { about: ['catalog'], isKept: true },
  );
  const [isNew, setNew] = useState(false);
  const opened = brands.rows.find(({ id }) => id === textIn(query, 'id'));
  const add = mayWrite && <Button onClick={() => setNew(true)}>{t.addBrand}</Button>;
  const columns: readonly Column<Brand>[] = [
    { key: 'name', label: t.name, cell: ({ name }) => name, isTitle: true },
    { key: 'handle', label: t.handle, width: '30%', cell: ({ handle }) => `/brands/${handle}` },
    {
      key: 'products',
      label: title,
      width: '110px',
      align: 'end',
      cell: ({ products }) => <Count of={products} />,
    },
  ];
  return (
    <Page title={t.brands} actions={add} isWhole>
      <ListBar hint={t.name} filters={[]} columns={columns} />
      <DataTable
        {...{ label: t.brands, columns, source: brands, isFiltered: q !== '' }}
        idOf={({ id }) => id}
        pathOf={({ id }) => `/brands?id=${id}`}
        empty={<EmptyState icon={BadgeCheck} title={t.noBrands} text={t.noBrandsText} action={add} />}
      />
      {isNew && <BrandForm onClose={() => setNew(false)} />}
      {opened && <BrandForm key={opened.id} brand={opened} onClose={() => change({ id: undefined })} />}
    </Page>
  );
}

function BrandForm({ brand, onClose }: { readonly brand?: Brand; readonly onClose: () => void }) {
  const { taxonomy: t } = productWords();
  const [form, setForm] = useState({
    name: brand?.name ?? '',
    handle: brand?.handle ?? '',
    text: brand?.descriptionHtml ?? '',
  });
  const done = () => {
    sayDone(t.saved);
    onClose();
  };
  const create = useWrite('createBrand', { about: ['catalog'], isTold: true, onDone: done });
  const save = useWrite('changeBrand', { about: ['catalog'], isTold: true, onDone: done });
  const problems = problemsByField(create.error ?? save.error);
  const body = {
    name: form.name,
    descriptionHtml: form.text,
    ...(form.handle === '' ? {} : { handle: form.handle }),
  };
  const send = () => (brand ? save.mutate({ params: { id: brand.id }, body }) : create.mutate({ body }));
  return (
    <Modal opened onClose={onClose} title={brand?.name ?? t.addBrand} centered>
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
              value: form.name,
              error: problems['name'],
              required: true,
              'data-autofocus': true,
            }}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          />
          <TextInput
            {...{
              label: t.handle,
              value: form.handle,
              error: problems['handle'],
              leftSection: '/brands/',
              leftSectionWidth: 70,
            }}
            onChange={(event) => setForm({ ...form, handle: event.currentTarget.value })}
          />
          <Textarea
            {...{
              label: t.description,
              value: form.text,
              error: problems['descriptionHtml'],
              autosize: true,
              minRows: 3,
            }}
            onChange={(event) => setForm({ ...form, text: event.currentTarget.value })}
          />
          <Button type="submit" loading={create.isPending || save.isPending}>
            {t.save}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
