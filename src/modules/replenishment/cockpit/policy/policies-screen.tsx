import { Button, Group, Modal, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { callApi, useRead } from '../../../../platform/cockpit/api/index.ts';
import { type Choosable, FindField } from '../../../../platform/cockpit/form/index.ts';
import { Card, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { FoldingTable } from '../../../../platform/cockpit/table/index.ts';
import { picturedOf } from '../item.ts';
import { replenishmentWords } from '../words.ts';
import { OF_SHOP, type Policies, type PolicyOf, policyText } from './policy.ts';
import { PolicyDialog } from './policy-dialog.tsx';

/** Who says how what is to be ordered is decided: the shop, categories and variants, each in a line. */
export function Screen() {
  const t = replenishmentWords().policies;
  const mayWrite = useMay()('purchasing:write');
  const [open, setOpen] = useState<PolicyOf>();
  const [asking, setAsking] = useState<'category' | 'variant'>();
  const read = useRead('listReplenishmentPolicies', {}, { about: ['replenishment'] });
  const take = (of: PolicyOf) => {
    setAsking(undefined);
    setOpen(of);
  };
  const actions = mayWrite && (
    <Group gap="xs">
      <Button variant="default" onClick={() => setAsking('category')}>
        {t.newCategory}
      </Button>
      <Button variant="default" onClick={() => setAsking('variant')}>
        {t.newVariant}
      </Button>
    </Group>
  );
  return (
    <Page title={t.title} about={t.about} actions={actions}>
      <Shown of={read}>
        {(told) => (
          <>
            <PolicyTable of={told} onOpen={setOpen} />
            {open && <PolicyDialog key={open.id} of={open} told={told} close={() => setOpen(undefined)} />}
          </>
        )}
      </Shown>
      {asking && <ScopeDialog of={asking} onTake={take} close={() => setAsking(undefined)} />}
    </Page>
  );
}

function PolicyTable({
  of: told,
  onOpen,
}: {
  readonly of: Policies;
  readonly onOpen: (of: PolicyOf) => void;
}) {
  const words = replenishmentWords();
  const t = words.policies;
  const shop = { scope: 'shop', id: OF_SHOP, name: '', policy: {} } as const;
  const rows = told.policies.some(({ scope }) => scope === 'shop') ? told.policies : [shop, ...told.policies];
  const nameOf = ({ scope, name }: PolicyOf) => (scope === 'shop' ? t.dialogShop : name);
  return (
    <Card isFlush>
      <FoldingTable
        rows={rows}
        keyOf={({ scope, id }) => `${scope} ${id}`}
        columns={[
          {
            ...{ key: 'of', label: t.scope },
            cell: (row) => (
              <>
                <div>{nameOf(row)}</div>
                {row.scope !== 'shop' && (
                  <Text size="xs" c="dimmed">
                    {t.scopes[row.scope]}
                  </Text>
                )}
              </>
            ),
          },
          {
            ...{ key: 'says', label: t.says },
            cell: ({ scope, policy }) =>
              policyText(scope === 'shop' ? { ...told.standard, ...policy } : policy, words),
          },
          {
            ...{ key: 'change', label: '', align: 'end' },
            cell: (row) => (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${t.change}: ${nameOf(row)}`}
                onClick={() => onOpen(row)}
              >
                {t.change}
              </Button>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** Which category or variant is to have a policy of its own. */
function ScopeDialog({
  of: kind,
  onTake,
  close,
}: {
  readonly of: 'category' | 'variant';
  readonly onTake: (of: PolicyOf) => void;
  readonly close: () => void;
}) {
  const t = replenishmentWords().policies;
  return (
    <Modal opened onClose={close} title={kind === 'category' ? t.newCategory : t.newVariant} centered>
      {kind === 'category' ? (
        <CategoryField onTake={onTake} />
      ) : (
        <FindField
          name="policy"
          find={findGoods}
          onTake={onTake}
          label={t.scopes.variant}
          placeholder={t.find}
          data-autofocus
        />
      )}
    </Modal>
  );
}

function CategoryField({ onTake }: { readonly onTake: (of: PolicyOf) => void }) {
  const t = replenishmentWords().policies;
  const { data } = useRead('listCategories', { query: {} }, { about: ['categories'], isAside: true });
  const categories = data?.categories ?? [];
  return (
    <Select
      label={t.choose}
      searchable
      data={categories.map(({ id, path, name }) => ({
        value: id,
        label: path.includes('/') ? `${name} (${path})` : name,
      }))}
      onChange={(chosen) => {
        const found = categories.find(({ id }) => id === chosen);
        if (found !== undefined) onTake({ scope: 'category', id: found.id, name: found.name });
      }}
    />
  );
}

async function findGoods(typed: string, signal: AbortSignal): Promise<readonly Choosable<PolicyOf>[]> {
  const { items } = await callApi('listStockLevels', { query: { q: typed, limit: '12' } }, { signal });
  const found = new Map(items.map(({ item }) => [item.variantId, item]));
  return [...found].map(([id, item]) => {
    const { title, detail } = picturedOf(item);
    const name = [item.title, item.options].filter(Boolean).join(' · ');
    return { id, label: title, detail, value: { scope: 'variant', id, name } };
  });
}
