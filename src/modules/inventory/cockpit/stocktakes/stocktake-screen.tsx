import { Stack, Tabs } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import { usePlaces } from '../places.ts';
import { stockWords } from '../words.ts';
import { Counter } from './counter.tsx';
import { Review } from './review.tsx';
import { type Stocktake, StocktakeBadge } from './stocktake-state.tsx';

/** One count: what is seen is said here, by several people at once; then it is reviewed and approved. */
export function Screen() {
  const { id = '' } = useParams({ strict: false });
  const stocktake = useRead('readStocktake', { params: { id } }, { about: ['inventory'] });
  return <Shown of={stocktake}>{(told) => <StocktakePage stocktake={told} />}</Shown>;
}

function StocktakePage({ stocktake }: { readonly stocktake: Stocktake }) {
  const t = stockWords();
  const may = useMay();
  const [query, change] = useAddress();
  const { nameOf } = usePlaces();
  const { name, number, locationId, counted, lines, state } = stocktake;
  const mayCount = state === 'open' && may('stock:write');
  const tab = mayCount && textIn(query, 'step') !== 'review' ? 'count' : 'review';
  return (
    <Page
      title={name}
      back="/stocktakes"
      aside={<StocktakeBadge of={stocktake} />}
      about={`${number} · ${nameOf(locationId)} · ${t.count.progress(counted, lines)}`}
      isNarrow
    >
      {mayCount ? (
        <Tabs value={tab} onChange={(chosen) => change({ step: chosen === 'review' ? 'review' : undefined })}>
          <Tabs.List grow mb="md">
            <Tabs.Tab value="count">{t.count.countTab}</Tabs.Tab>
            <Tabs.Tab value="review">{t.count.reviewTab(stocktake.different)}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="count">{tab === 'count' && <Counter stocktake={stocktake} />}</Tabs.Panel>
          <Tabs.Panel value="review">{tab === 'review' && <Review stocktake={stocktake} />}</Tabs.Panel>
        </Tabs>
      ) : (
        <Stack>
          <Review stocktake={stocktake} />
        </Stack>
      )}
    </Page>
  );
}
