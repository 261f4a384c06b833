import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useRead, useWrite } from '../../../platform/cockpit/api/index.ts';
import { SaveBar } from '../../../platform/cockpit/form/index.ts';
import { ConfirmButton, sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { useGo, useMay } from '../../../platform/cockpit/state/index.ts';
import { CollectionForm } from './collection-form.tsx';
import { bodyOf, type Collection, formOf, isStatable } from './form.ts';
import { ProductsCard } from './products-card.tsx';
import { collectionWords } from './words.ts';

const ABOUT = ['merchandising', 'catalog'] as const;

/** One collection: its words, its rule, and its products in order. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const collection = useRead('readCollection', { params: { id: id } }, { about: ABOUT });
  return (
    <Shown of={collection}>
      {(found) => <Opened key={`${found.id} ${found.version}`} collection={found} />}
    </Shown>
  );
}

function Opened({ collection }: { readonly collection: Collection }) {
  const t = collectionWords();
  const go = useGo();
  const mayWrite = useMay()('products:write');
  const base = formOf(collection);
  const [form, setForm] = useState(base);
  const params = { id: collection.id };
  const isStated = isStatable(collection);
  const save = useWrite('changeCollection', { about: ABOUT, isTold: true, onDone: () => sayDone(t.saved) });
  const remove = useWrite('removeCollection', {
    about: ABOUT,
    onDone: () => {
      sayDone(t.removed);
      go('/collections');
    },
  });
  return (
    <Page
      title={collection.title}
      back="/collections"
      actions={
        <>
          <Button
            {...{
              variant: 'default',
              component: 'a',
              href: `/collections/${collection.handle}`,
              target: '_blank',
            }}
            leftSection={<ExternalLink size={14} />}
          >
            {t.view}
          </Button>
          {mayWrite && (
            <ConfirmButton
              {...{ title: t.removeTitle(collection.title), text: t.removeText, verb: t.remove }}
              onConfirm={() => remove.mutateAsync({ params })}
            >
              {t.remove}
            </ConfirmButton>
          )}
        </>
      }
    >
      <CollectionForm
        {...{ form, isReadOnly: !mayWrite, error: save.error }}
        change={(parts) => setForm({ ...form, ...parts })}
        fixedRule={isStated ? undefined : collection.inWords}
        products={<ProductsCard collection={collection} isReadOnly={!mayWrite} />}
      />
      <SaveBar
        isChanged={mayWrite && JSON.stringify(form) !== JSON.stringify(base)}
        isBusy={save.isPending}
        problem={save.error?.message}
        onSave={() =>
          save.mutate({ params, body: { ...bodyOf(form, !isStated), version: collection.version } })
        }
        onDiscard={() => setForm(base)}
      />
    </Page>
  );
}
