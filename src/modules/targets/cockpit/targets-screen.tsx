import { ActionIcon, Group } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useRead, useRefreshEvery } from '../../../platform/cockpit/api/index.ts';
import { LoadingState, Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useMay, useSession } from '../../../platform/cockpit/state/index.ts';
import { KPI_IDS, type Pace } from './kpis.ts';
import { PaceCard } from './pace/pace-card.tsx';
import { TargetDrawer } from './pace/target-drawer.tsx';
import { isNow } from './period-text.ts';
import type { SheetRow } from './sheet/rows.ts';
import { SheetCard } from './sheet/sheet-card.tsx';
import { targetWords } from './words.ts';

const REFRESH_MS = 60_000;

/** What the shop means to reach in a year, and how far it is with what is running now. */
export function Screen() {
  const t = targetWords();
  const [query] = useAddress();
  const { shop } = useSession();
  const asked = textIn(query, 'year');
  const today = todayIn(shop.timeZone);
  const year = /^20\d\d$/.test(asked) ? asked : today.slice(0, 4);
  const targets = useRead('listTargets', { params: { year } }, { about: ['targets'], isKept: true });
  const paces = useRead('listPaces', { params: { year }, query: {} }, { about: ['targets', 'analytics'] });
  useRefreshEvery('analytics', REFRESH_MS);
  const nameOf = useRowNames();
  const [opened, setOpened] = useState<Pace>();
  return (
    <Page title={t.title} about={t.about} actions={<YearChoice year={year} />}>
      <PaceCard
        paces={paces.data && runningOf(paces.data.items, today)}
        isAway={paces.data === undefined && paces.error !== null}
        nameOf={nameOf}
        onOpen={setOpened}
      />
      <Shown of={targets} loading={<LoadingState lines={8} />}>
        {({ items }) => (
          <SheetCard
            key={year}
            year={year}
            targets={items}
            paces={paces.data?.items ?? []}
            nameOf={nameOf}
            today={today}
          />
        )}
      </Shown>
      <TargetDrawer of={opened} name={opened ? nameOf(opened) : ''} onClose={() => setOpened(undefined)} />
    </Page>
  );
}

/** What today is a day of, in the order of the sheet; what ends first is first. */
function runningOf(paces: readonly Pace[], today: string): readonly Pace[] {
  return paces
    .filter(({ period }) => isNow(period, today))
    .toSorted((a, b) => KPI_IDS.indexOf(a.kpi) - KPI_IDS.indexOf(b.kpi) || b.period.length - a.period.length);
}

function YearChoice({ year }: { readonly year: string }) {
  const t = targetWords();
  const [, change] = useAddress();
  const step = (by: number) => change({ year: String(Number(year) + by) });
  return (
    <Group gap={4} role="group" aria-label={t.year}>
      <ActionIcon variant="subtle" color="gray" aria-label={t.yearBefore} onClick={() => step(-1)}>
        <ChevronLeft size={18} />
      </ActionIcon>
      <strong>{year}</strong>
      <ActionIcon variant="subtle" color="gray" aria-label={t.yearAfter} onClick={() => step(1)}>
        <ChevronRight size={18} />
      </ActionIcon>
    </Group>
  );
}

/** Where a row is of: its market, and its currency where it is money of another than the shop's first. */
function useRowNames(): (row: SheetRow | Pace) => string {
  const t = targetWords();
  const { shop } = useSession();
  const about = { about: ['markets'], isOff: !useMay()('settings:read') };
  const { data } = useRead('listMarkets', { query: { limit: '100' } }, about);
  const names = new Map(data?.items.map(({ code, name }) => [code, name]));
  return ({ market, currency }) => {
    const where = market === '' ? t.everyMarket : (names.get(market) ?? market);
    return currency === undefined || currency === shop.currency ? where : `${where} · ${currency}`;
  };
}

/** The day that it is in the shop: Swedish dates are those of ISO 8601. */
function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(new Date());
}
