import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { marketWords } from '../words.ts';
import { inOrder, type Market, moved, type Storefront, storefrontsInOrder } from './market.ts';
import { MarketCard } from './market-card.tsx';
import { MarketForm } from './market-form.tsx';
import { StorefrontForm } from './storefront-form.tsx';

const ABOUT = ['markets'] as const;
const ALL = { query: { limit: '100' } } as const;

/** To which countries the shop sells, in which money, in which languages and at which addresses. */
export function Screen() {
  const t = marketWords().markets;
  const markets = useRead('listMarkets', ALL, { about: ABOUT });
  const storefronts = useRead('listStorefronts', ALL, { about: ABOUT });
  const mayWrite = useMay()('settings:write');
  const [isMaking, setMaking] = useState(false);
  const error = markets.error ?? storefronts.error;
  const retry = () => Promise.all([markets.refetch(), storefronts.refetch()]);
  const data =
    markets.data && storefronts.data
      ? { markets: markets.data.items, storefronts: storefronts.data.items }
      : undefined;
  return (
    <Page
      title={t.title}
      about={t.about}
      actions={mayWrite && data && <Button onClick={() => setMaking(true)}>{t.add}</Button>}
      isNarrow
    >
      <Shown of={{ data, error, refetch: retry }}>
        {(read) => (
          <>
            <Markets {...read} />
            {isMaking && <MarketForm {...read} onClose={() => setMaking(false)} />}
          </>
        )}
      </Shown>
    </Page>
  );
}

type Editing =
  | { readonly market: Market }
  | { readonly of: Market; readonly storefront?: Storefront }
  | undefined;

function Markets(props: {
  readonly markets: readonly Market[];
  readonly storefronts: readonly Storefront[];
}) {
  const t = marketWords().markets;
  const markets = inOrder(props.markets, ({ code }) => code);
  const storefronts = storefrontsInOrder(props.storefronts);
  const [editing, edit] = useState<Editing>();
  const saveMarket = useWrite('saveMarket', { about: ABOUT });
  const saveStorefront = useWrite('saveStorefront', { about: ABOUT });
  const moveMarket = async (from: number, to: number) => {
    for (const { code, ...body } of moved(markets, from, to)) {
      await saveMarket.mutateAsync({ params: { code }, body });
    }
  };
  const moveStorefront = async (storefront: Storefront, by: number) => {
    const from = storefronts.indexOf(storefront);
    for (const body of moved(storefronts, from, from + by)) await saveStorefront.mutateAsync({ body });
  };
  const unsold = markets.filter(({ code }) => storefronts.every(({ market }) => market !== code));
  return (
    <>
      {unsold.length > 0 && (
        <Alert color="orange">{t.unsold(unsold.map(({ name }) => name).join(', '))}</Alert>
      )}
      {markets.map((market, place) => (
        <MarketCard
          key={market.code}
          {...{ market, place, count: markets.length }}
          storefronts={storefronts.filter((one) => one.market === market.code)}
          onEdit={() => edit({ market })}
          onMove={(by) => void moveMarket(place, place + by)}
          onStorefront={(storefront) => edit({ of: market, ...(storefront ? { storefront } : {}) })}
          onMoveStorefront={(storefront, by) => void moveStorefront(storefront, by)}
        />
      ))}
      {editing && 'market' in editing && (
        <MarketForm {...{ markets, storefronts }} market={editing.market} onClose={() => edit(undefined)} />
      )}
      {editing && 'of' in editing && (
        <StorefrontForm
          {...{ storefronts, markets, market: editing.of, onClose: () => edit(undefined) }}
          {...(editing.storefront ? { storefront: editing.storefront } : {})}
        />
      )}
    </>
  );
}
