import { useState } from 'react';
import { useWrite } from '../../../platform/cockpit/api/index.ts';
import { SaveBar } from '../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Page } from '../../../platform/cockpit/page/index.ts';
import { useGo } from '../../../platform/cockpit/state/index.ts';
import { CollectionForm } from './collection-form.tsx';
import { bodyOf, NEW_COLLECTION } from './form.ts';
import { collectionWords } from './words.ts';

/** A collection that is not there yet; what its rule would take in is shown before it is saved. */
export function Screen() {
  const t = collectionWords();
  const go = useGo();
  const [form, setForm] = useState(NEW_COLLECTION);
  const create = useWrite('createCollection', {
    about: ['merchandising'],
    isTold: true,
    onDone: ({ id }) => {
      sayDone(t.made);
      go(`/collections/${id}`);
    },
  });
  return (
    <Page title={form.title || t.add} back="/collections">
      <CollectionForm
        {...{ form, isReadOnly: false, error: create.error }}
        change={(parts) => setForm({ ...form, ...parts })}
      />
      <SaveBar
        isChanged={form !== NEW_COLLECTION}
        isBusy={create.isPending}
        problem={create.error?.message}
        onSave={() => create.mutate({ body: bodyOf(form, false) })}
        onDiscard={() => setForm(NEW_COLLECTION)}
      />
    </Page>
  );
}
