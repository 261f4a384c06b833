import { Button, Menu } from '@mantine/core';
import { ChevronDown, Download } from 'lucide-react';
import { type Asking, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { showWork } from '../../../../platform/cockpit/state/index.ts';
import { productWords } from '../words.ts';

type Body = NonNullable<Asking<'beginProductExport'>['body']>;

/** The products that the filter finds as a file: our own dialect, which comes back in, or Shopify's. */
export function ExportMenu({ filter }: { readonly filter: Body['filter'] }) {
  const begin = useWrite('beginProductExport', { about: ['work'], onDone: showWork });
  const t = productWords();
  const to = (format: NonNullable<Body['format']>) =>
    begin.mutate({ body: { format, filter, title: `${t.exportFile}: ${t.title}` } });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          {...{ variant: 'default', leftSection: <Download size={14} aria-hidden />, visibleFrom: 'sm' }}
          rightSection={<ChevronDown size={14} aria-hidden />}
          loading={begin.isPending}
        >
          {t.exportFile}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => to('institor')}>{t.exportOwn}</Menu.Item>
        <Menu.Item onClick={() => to('shopify')}>{t.exportShopify}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
