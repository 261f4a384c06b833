import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { mergeFields, problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useDraft } from '../../../../platform/cockpit/state/index.ts';
import { marketWords } from '../words.ts';
import { changesOf, formOf, isSame, type KeptShop, type ShopField, type ShopForm } from './form.ts';

/** What somebody began with, which version that was, and what they made of it so far. */
type Kept = { readonly version: string; readonly base: ShopForm; readonly form: ShopForm };

/** A field that somebody else has changed too, and what to. */
export type Contested = { readonly field: ShopField; readonly theirs: string };

/**
 * The form of the shop: survives a closed tab; whoever saves second keeps what they typed, takes over what only the other
 * changed, and is shown what both did.
 */
export function useShopForm(shop: KeptShop) {
  const [draft, keep, drop] = useDraft<Kept>('shop details');
  const [contested, setContested] = useState<readonly Contested[]>();
  const fresh: Kept = { version: shop.version, base: formOf(shop), form: formOf(shop) };
  const { version, base, form } = draft ?? fresh;
  const latest = useRead('readShop', {}, { about: ['markets'], isOff: true });
  const save = useWrite('saveShop', {
    about: ['markets'],
    isTold: true,
    onDone: () => {
      drop();
      setContested(undefined);
      sayDone(marketWords().saved);
    },
  });
  const meet = async () => {
    const { data: theirs } = await latest.refetch();
    if (theirs === undefined) return;
    const now = formOf(theirs);
    const { merged, conflicts } = mergeFields(base, form, now);
    setContested(conflicts.map((field) => ({ field, theirs: now[field] })));
    keep({ version: theirs.version, base: now, form: merged });
  };
  const isConflict = save.error?.problem.code === 'version_conflict';
  return {
    form,
    contested,
    isChanged: !isSame(base, form),
    isBusy: save.isPending,
    problems: isConflict ? {} : problemsByField(save.error),
    change: (parts: Partial<ShopForm>) => keep({ version, base, form: { ...form, ...parts } }),
    discard: () => {
      drop();
      setContested(undefined);
      save.reset();
    },
    save: () =>
      save.mutate(
        { body: { version, ...changesOf(base, form) } },
        {
          onError: ({ problem }) => {
            if (problem.code === 'version_conflict') void meet();
          },
        },
      ),
  };
}
