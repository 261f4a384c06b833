import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { productWords } from '../words.ts';
import type { InEditor } from './form.ts';

/** What is done to the whole product. */
export function ProductActions({
  product,
  onSaved,
}: {
  readonly product: InEditor;
  readonly onSaved: (product: InEditor) => void;
}) {
  const { editor: t } = productWords();
  const may = useMay();
  const params = { id: product.id };
  const edit = useWrite('editProduct', { about: ['catalog', 'merchandising'], onDone: onSaved });
  const set = (status: InEditor['status'], version: string) =>
    edit.mutateAsync({ params, body: { version, status } });
  if (!may('products:write') || product.status === 'archived') return null;
  const archive = async () => {
    const saved = await set('archived', product.version);
    sayDone(t.archived, () => void set(product.status, saved.version));
  };
  return (
    <ConfirmButton
      {...{ title: `${t.archive}: ${product.title}`, text: t.archiveText, verb: t.archive }}
      onConfirm={archive}
    >
      {t.archive}
    </ConfirmButton>
  );
}
