import { Checkbox } from '@mantine/core';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { dayOf } from '../../../../platform/cockpit/text/index.ts';
import { productWords } from '../words.ts';

/** So many are read, and written, at a time. */
const [READ, WRITTEN] = [100, 1_000];

/**
 * Whether shoppers are told about when a product is back: of all its variants at once, saved as it is ticked. Where only some of
 * the first hundred say so it is between yes and no.
 */
export function ReturnLabel({ variantIds }: { readonly variantIds: readonly string[] }) {
  const may = useMay();
  const ids = variantIds.slice(0, READ);
  const labels = useRead(
    'readReturnLabels',
    { query: { variantIds: ids.join(',') } },
    { about: ['inventory'], isAside: true },
  );
  const save = useWrite('labelUnavailable', { about: ['inventory'] });
  const t = productWords().editor;
  if (labels.data === undefined) return null;
  const { items } = labels.data;
  const labelled = items.filter(({ isLabelled }) => isLabelled);
  const days = labelled.flatMap(({ isBuyable, expectedOn }) => (isBuyable ? [] : (expectedOn ?? [])));
  const [first] = days.toSorted();
  const tell = (isLabelled: boolean) => {
    for (let from = 0; from < variantIds.length; from += WRITTEN) {
      const some = variantIds.slice(from, from + WRITTEN);
      save.mutate({ body: { labels: some.map((variantId) => ({ variantId, isLabelled })) } });
    }
  };
  const isAll = items.length > 0 && labelled.length === items.length;
  return (
    <Checkbox
      size="xs"
      label={t.tellsReturn}
      description={first === undefined ? t.tellsNothing : t.tellsDay(dayOf(first))}
      checked={isAll}
      indeterminate={!isAll && labelled.length > 0}
      disabled={!may('stock:write') || save.isPending}
      onChange={() => tell(!isAll)}
    />
  );
}
