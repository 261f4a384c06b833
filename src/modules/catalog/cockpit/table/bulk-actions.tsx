import { Button, Menu } from '@mantine/core';
import { ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { useAddress, useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { BulkBar, type Choice } from '../../../../platform/cockpit/table/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { productWords } from '../words.ts';
import { type ActionKind, BulkDialog } from './bulk-dialog.tsx';
import { filterBodyOf } from './product-query.ts';

const KINDS = ['status', 'add_tags', 'remove_tags', 'add_to_collection', 'remove_from_collection'] as const;

/** What can be done with the chosen products, or with all that the filter finds. */
export function BulkActions(props: {
  readonly choice: Choice;
  readonly total: { readonly count: number; readonly isMore: boolean } | undefined;
  readonly choices: React.ComponentProps<typeof BulkDialog>['choices'];
}) {
  const { choice, total, choices } = props;
  const t = productWords();
  const go = useGo();
  const may = useMay();
  const [query] = useAddress();
  const [kind, setKind] = useState<ActionKind>();
  const [isAll, setAll] = useState(false);
  const count = total ? countOf(total.count) + (total.isMore ? '+' : '') : '';
  const labels: Readonly<Record<ActionKind, string>> = {
    ...{ status: t.bulk.status, add_tags: t.bulk.addTags, remove_tags: t.bulk.removeTags },
    ...{ add_to_collection: t.bulk.addTo, remove_from_collection: t.bulk.removeFrom, price: t.bulk.price },
  };
  const isWider = total !== undefined && total.count > choice.ids.size && choice.ids.size > 0;
  const ids = [...choice.ids];
  const select = isAll && isWider ? { filter: filterBodyOf(query) } : { ids };
  const toSheet = () =>
    go(`/products/sheet?${new URLSearchParams(ids.slice(0, 500).map((id) => ['ids', id]))}`);
  return (
    <>
      <BulkBar choice={choice}>
        {isWider && (
          <Button
            size="xs"
            variant={isAll ? 'light' : 'subtle'}
            onClick={() => setAll(!isAll)}
            aria-pressed={isAll}
          >
            {isAll ? t.bulk.allChosen(count) : t.bulk.allFound(count)}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={toSheet}>
          {t.editSheet}
        </Button>
        <Menu position="top-end">
          <Menu.Target>
            <Button size="xs" rightSection={<ChevronUp size={14} />}>
              {t.bulk.apply}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {KINDS.map((one) => (
              <Menu.Item key={one} onClick={() => setKind(one)}>
                {labels[one]} …
              </Menu.Item>
            ))}
            {may('prices:write') && !isAll && (
              <Menu.Item onClick={() => setKind('price')}>{labels.price} …</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </BulkBar>
      {kind && (
        <BulkDialog
          key={kind}
          {...{ kind, select, choices, title: labels[kind] }}
          onClose={(isDone) => {
            setKind(undefined);
            if (isDone) choice.clear();
          }}
        />
      )}
    </>
  );
}
