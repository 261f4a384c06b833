import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Page } from '../../../../platform/cockpit/page/index.ts';
import { useDraft, useGo, useSession } from '../../../../platform/cockpit/state/index.ts';
import { productWords } from '../words.ts';
import { DraftNotice } from './draft-notice.tsx';
import { changesOf, isSame, NEW_PRODUCT, type ProductForm } from './form.ts';
import { ProductEditor } from './product-editor.tsx';
import { ABOUT } from './product-screen.tsx';

/** A product that is not there yet; what was typed survives a closed tab. */
export function Screen() {
  const t = productWords();
  const go = useGo();
  const { shop } = useSession();
  const [draft, keep, drop] = useDraft<ProductForm>('product new');
  const [wasFound] = useState(draft !== undefined);
  const form = draft ?? NEW_PRODUCT;
  const isChanged = !isSame(form, NEW_PRODUCT);
  const create = useWrite('createProduct', {
    about: ABOUT,
    isTold: true,
    onDone: ({ id }) => {
      drop();
      sayDone(t.editor.created);
      go(`/products/${id}`);
    },
  });
  return (
    <Page title={form.title || t.editor.newTitle} back="/products">
      {wasFound && isChanged && <DraftNotice onDrop={drop} />}
      <ProductEditor
        {...{ form, isReadOnly: false, error: create.error }}
        change={(parts) => keep({ ...form, ...parts })}
      />
      <SaveBar
        isChanged={isChanged}
        isBusy={create.isPending}
        problem={create.error?.message}
        onSave={() => {
          const sent = changesOf({ ...NEW_PRODUCT, variants: [] }, form, shop.currency);
          create.mutate({ body: { title: form.title, ...sent } });
        }}
        onDiscard={drop}
      />
    </Page>
  );
}
