import { Switch } from '@mantine/core';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { dayOf } from '../../../../platform/cockpit/text/index.ts';
import { stockWords } from '../words.ts';

/** Whether shoppers are told about when goods are back that are sold out, and what their page says now. */
export function ReturnLabel({ variantId }: { readonly variantId: string }) {
  const may = useMay();
  const labels = useRead('readReturnLabels', { query: { variantIds: variantId } }, { about: ['inventory'] });
  const save = useWrite('labelUnavailable', { about: ['inventory'] });
  const t = stockWords();
  const label = labels.data?.items[0];
  const { isLabelled = false, isBuyable = true, expectedOn } = label ?? {};
  const told = expectedOn === undefined ? t.noDayOfReturn : t.backAbout(dayOf(expectedOn));
  return (
    <Switch
      size="xs"
      label={t.tellsReturn}
      description={isLabelled && !isBuyable ? told : undefined}
      checked={isLabelled}
      disabled={!may('stock:write') || label === undefined || save.isPending}
      onChange={(event) => {
        save.mutate({ body: { labels: [{ variantId, isLabelled: event.currentTarget.checked }] } });
      }}
    />
  );
}
