import { Tabs } from '@mantine/core';
import { Page } from '../../../platform/cockpit/page/index.ts';
import { textIn, useAddress } from '../../../platform/cockpit/state/index.ts';
import { RedirectsTab } from './redirects-tab.tsx';
import { ReportTab } from './report-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { SynonymsTab } from './synonyms-tab.tsx';
import { searchWords } from './words.ts';

/** What shoppers look for, and what is done so that they find it. */
export function Screen() {
  const t = searchWords();
  const [query, change] = useAddress();
  return (
    <Page title={t.title} isNarrow>
      <Tabs
        value={textIn(query, 'tab') || 'report'}
        onChange={(tab) => change({ tab: tab === 'report' ? undefined : tab })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="report">{t.report}</Tabs.Tab>
          <Tabs.Tab value="synonyms">{t.synonyms}</Tabs.Tab>
          <Tabs.Tab value="rules">{t.rules}</Tabs.Tab>
          <Tabs.Tab value="redirects">{t.redirects}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="report">
          <ReportTab />
        </Tabs.Panel>
        <Tabs.Panel value="synonyms">
          <SynonymsTab first={textIn(query, 'word')} />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <RulesTab />
        </Tabs.Panel>
        <Tabs.Panel value="redirects">
          <RedirectsTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
