import { SegmentedControl } from '@mantine/core';
import type { ComponentType } from 'react';
import { Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress } from '../../../../platform/cockpit/state/index.ts';
import { SpanProblem } from '../report-shown.tsx';
import { SpanBar } from '../span/span-bar.tsx';
import { SpanLine } from '../span/span-line.tsx';
import { type Asked, useAsked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import styles from './behaviour.module.css';
import { DevicesTab } from './devices-tab.tsx';
import { FunnelTab } from './funnel/funnel-tab.tsx';
import { PagesTab } from './pages-tab.tsx';
import { PathsTab } from './paths/paths-tab.tsx';
import { SearchTab } from './search-tab.tsx';
import { SpeedTab } from './speed/speed-tab.tsx';

const TABS = ['pages', 'funnel', 'paths', 'search', 'speed', 'devices'] as const;
type Tab = (typeof TABS)[number];

const SHOWN: Readonly<Record<Tab, ComponentType<{ readonly asked: Asked }>>> = {
  ...{ pages: PagesTab, funnel: FunnelTab, paths: PathsTab, search: SearchTab, speed: SpeedTab },
  devices: DevicesTab,
};

/** What visitors do: what they see, which way they go, how far they get, what they search for, and how fast it is. */
export function Screen() {
  const t = analyticsWords();
  const [asked] = useAsked();
  const [query, change] = useAddress();
  const tab = TABS.find((one) => one === textIn(query, 'tab')) ?? 'pages';
  const Shown = SHOWN[tab];
  return (
    <Page title={t.behaviour.title} about={<SpanLine of={undefined} />}>
      <div className={styles.tabs}>
        <SegmentedControl
          aria-label={t.behaviour.tab}
          value={tab}
          data={TABS.map((value) => ({ value, label: t.behaviour.tabs[value] }))}
          onChange={(value) => change({ tab: value })}
        />
      </div>
      <SpanBar currencies={[]} currency={undefined} hasComparison={false} />
      {asked.problem === undefined ? <Shown asked={asked} /> : <SpanProblem of={asked.problem} />}
    </Page>
  );
}
