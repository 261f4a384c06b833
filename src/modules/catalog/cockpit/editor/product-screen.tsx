import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useDraft, useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { StatusBadge } from '../table/columns.tsx';
import { productWords } from '../words.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { DraftNotice } from './draft-notice.tsx';
import { changesOf, formOf, type InEditor, isSame, type ProductForm } from './form.ts';
import { HistoryCard } from './history-card.tsx';
import { ProductActions } from './product-actions.tsx';
import { ProductEditor } from './product-editor.tsx';

export const ABOUT = ['catalog', 'pricing', 'inventory', 'merchandising'] as const;

/** One product with all that belongs to it. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const product = useRead('readProductInEditor', { params: { id: id } }, { about: ABOUT });
  return <Shown of={product}>{(found) => <Opened key={found.id} product={found} />}</Shown>;
}

/** What somebody began with, which version that was, and what they made of it so far. */
type Kept = { readonly version: string; readonly base: ProductForm; readonly form: ProductForm };

function Opened({ product }: { readonly product: InEditor }) {
  const t = productWords();
  const { shop } = useSession();
  const mayWrite = useMay()('products:write');
  const client = useQueryClient();
  const [draft, keep, drop] = useDraft<Kept>(`product ${product.id}`);
  const [wasFound] = useState(draft !== undefined);
  const [conflict, setConflict] = useState<InEditor>();
  const fresh: Kept = { version: product.version, base: formOf(product), form: formOf(product) };
  // Whoever has not begun to type sees what others change; whoever has keeps what they began with.
  const { version, base, form } = draft ?? fresh;
  const isChanged = !isSame(base, form);
  const change = (parts: Partial<ProductForm>) => {
    const next = { ...form, ...parts };
    if (isSame(base, next)) drop();
    else keep({ version, base, form: next });
  };
  const told = (saved: InEditor) => {
    client.setQueryData(['readProductInEditor', { params: { id: product.id } }], saved);
    drop();
    setConflict(undefined);
  };
  const save = useWrite('editProduct', {
    about: ABOUT,
    isTold: true,
    onDone: (saved) => {
      told(saved);
      sayDone(t.editor.saved);
    },
  });
  const read = useRead('readProductInEditor', { params: { id: product.id } }, { about: ABOUT, isOff: true });
  const send = (what: Kept) => {
    const body = { ...changesOf(what.base, what.form, shop.currency), version: what.version };
    save.mutate(
      { params: { id: product.id }, body },
      {
        onError: ({ problem }) => {
          if (problem.code === 'version_conflict') void read.refetch().then(({ data }) => setConflict(data));
        },
      },
    );
  };
  const isConflict = save.error?.problem.code === 'version_conflict';
  return (
    <Page
      title={product.title}
      back="/products"
      aside={<StatusBadge of={product.status} />}
      actions={<ProductActions product={product} onSaved={told} />}
    >
      {wasFound && isChanged && <DraftNotice onDrop={drop} />}
      <ProductEditor
        {...{ form, change, isReadOnly: !mayWrite, error: isConflict ? null : save.error, product }}
        history={<HistoryCard product={product} onRestored={told} isOff={isChanged || !mayWrite} />}
      />
      <SaveBar
        isChanged={isChanged && mayWrite}
        isBusy={save.isPending}
        problem={isConflict || !save.error ? undefined : save.error.message}
        onSave={() => send({ version, base, form })}
        onDiscard={() => {
          drop();
          save.reset();
        }}
      />
      {conflict && (
        <ConflictDialog
          {...{ base, mine: form, theirs: formOf(conflict), isBusy: save.isPending }}
          onClose={() => setConflict(undefined)}
          onMerged={(merged) => {
            const next = { version: conflict.version, base: formOf(conflict), form: merged };
            keep(next);
            send(next);
          }}
        />
      )}
    </Page>
  );
}
