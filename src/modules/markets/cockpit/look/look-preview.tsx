import { Button, Group, SegmentedControl } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { Card, Shown } from '../../../../platform/cockpit/page/index.ts';
import { marketWords } from '../words.ts';
import styles from './look.module.css';
import { type Template, usePreview } from './template.ts';

const DEVICES = ['desktop', 'phone'] as const;
type Device = (typeof DEVICES)[number];

/** A page of the shop in a template, as a shopper would see it; the shop itself stays as it is. */
export function LookPreview({ template, accent }: { readonly template: Template; readonly accent?: string }) {
  const t = marketWords().look;
  const preview = usePreview(template, accent);
  const [device, setDevice] = useState<Device>('desktop');
  const [kind, setKind] = useState('home');
  return (
    <Card title={t.previewOf(t.templates[template].name)} about={t.previewText} isFlush>
      <Shown of={preview}>
        {({ token, pages }) => {
          const page = pages.find((one) => one.kind === kind) ?? pages[0];
          const address = preview.addressOf(page?.path ?? '/', token);
          return (
            <>
              <Group justify="space-between" px="md" pb="sm" gap="xs">
                <Group gap="xs">
                  <SegmentedControl
                    {...{ size: 'xs', value: kind, onChange: setKind, 'aria-label': t.page }}
                    data={pages.map((one) => ({ value: one.kind, label: t.pages[one.kind] }))}
                  />
                  <SegmentedControl
                    {...{ size: 'xs', value: device, 'aria-label': t.device }}
                    onChange={(chosen) => setDevice(chosen === 'phone' ? 'phone' : 'desktop')}
                    data={DEVICES.map((value) => ({ value, label: t.devices[value] }))}
                  />
                </Group>
                <Button
                  {...{ component: 'a', href: address, target: '_blank', rel: 'noreferrer' }}
                  {...{ variant: 'default', leftSection: <ExternalLink size={14} aria-hidden /> }}
                >
                  {t.openPreview}
                </Button>
              </Group>
              <div className={styles.stage} data-device={device}>
                <iframe
                  title={t.previewOf(t.templates[template].name)}
                  src={address}
                  sandbox="allow-same-origin"
                  className={styles.page}
                />
              </div>
            </>
          );
        }}
      </Shown>
    </Card>
  );
}
