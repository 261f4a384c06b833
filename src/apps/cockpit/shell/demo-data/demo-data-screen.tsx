import { Button, List, Table, Text } from '@mantine/core';
import { PackageCheck } from 'lucide-react';
import { useState } from 'react';
import { type Told, useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { Count } from '../../../../platform/cockpit/value/index.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { demoWords } from './words.ts';

type DemoData = Told<'readDemoData'>;

/** What the demo put into the shop: what would go, what stays and why, and the way to take it out. */
export function Screen() {
  const t = demoWords();
  const may = useMay();
  const [isAsking, ask] = useState(false);
  const data = useRead('readDemoData', { query: {} }, { about: ['work', 'catalog', 'orders'] });
  const goes = (data.data?.parts ?? []).reduce((sum, part) => sum + part.goes, 0);
  const actions = may('system:write') && goes > 0 && (
    <Button color="red" variant="light" onClick={() => ask(true)}>
      {t.remove}
    </Button>
  );
  return (
    <Page title={t.title} about={t.about} actions={actions} isNarrow>
      <Shown of={data}>
        {(found) =>
          found.parts.length === 0 ? (
            <EmptyState icon={PackageCheck} title={t.empty} text={t.emptyText} />
          ) : (
            <Parts data={found} />
          )
        }
      </Shown>
      {isAsking && data.data && (
        <RemoveDialog shopName={data.data.shopName} count={goes} close={() => ask(false)} />
      )}
    </Page>
  );
}

function Parts({ data: { parts } }: { readonly data: DemoData }) {
  const t = demoWords();
  const staying = parts.filter(({ stays }) => stays > 0);
  return (
    <>
      <Card>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.what}</Table.Th>
              <Table.Th ta="end">{t.goes}</Table.Th>
              <Table.Th ta="end">{t.stays}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parts.map(({ kind, goes, stays }) => (
              <Table.Tr key={kind}>
                <Table.Td>{t.kinds[kind]}</Table.Td>
                <Table.Td ta="end">
                  <Count of={goes} />
                </Table.Td>
                <Table.Td ta="end">
                  <Count of={stays} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Card>
      {staying.length > 0 && (
        <Card title={t.staysTitle}>
          <List size="sm" spacing={4}>
            {staying.flatMap(({ kind, examples, stays }) => [
              ...examples.map(({ label, why }) => (
                <List.Item key={`${kind} ${label}`}>
                  {label}: {t.why[why]}
                </List.Item>
              )),
              ...(stays > examples.length
                ? [<List.Item key={kind}>{t.more(stays - examples.length)}</List.Item>]
                : []),
            ])}
          </List>
        </Card>
      )}
      <Card title={t.alwaysTitle}>
        <List size="sm" spacing={4}>
          {t.always.map((line) => (
            <List.Item key={line}>
              <Text size="sm" span>
                {line}
              </Text>
            </List.Item>
          ))}
        </List>
      </Card>
    </>
  );
}
