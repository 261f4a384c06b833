import { Code, List } from '@mantine/core';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { marketWords } from '../words.ts';

/** What has to be done elsewhere: at who sells the domain, at the proxy, in the environment. */
export function PointingCard({ place }: { readonly place: Told<'readShopAddress'> }) {
  const t = marketWords().domains.pointing;
  const { listensAt, trustsProxy, setting } = place;
  return (
    <Card title={t.title} about={t.about}>
      <List size="sm" spacing="xs" type="ordered">
        <List.Item>{t.dns}</List.Item>
        <List.Item>
          {t.proxy} <Code>{listensAt ?? '127.0.0.1:3000'}</Code>. {t.headers}
        </List.Item>
        <List.Item>
          {t.trust} <Code>TRUST_PROXY=true</Code> ({trustsProxy ? t.isSet : t.isNotSet})
        </List.Item>
        <List.Item>
          {t.setting} <Code>BASE_URL=https://…</Code> ({setting === undefined ? t.isNotSet : t.isSet}).{' '}
          {t.settingText}
        </List.Item>
        <List.Item>{t.last}</List.Item>
      </List>
    </Card>
  );
}
