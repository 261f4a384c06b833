import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { marketWords } from '../words.ts';
import { countriesText, type Market, type Storefront } from './market.ts';
import styles from './markets.module.css';
import { StorefrontRow } from './storefront-row.tsx';

/** One market: its countries and money, and the addresses at which it is sold to. */
export function MarketCard(props: {
  readonly market: Market;
  readonly place: number;
  readonly count: number;
  readonly storefronts: readonly Storefront[];
  readonly onEdit: () => void;
  readonly onMove: (by: number) => void;
  readonly onStorefront: (storefront?: Storefront) => void;
  readonly onMoveStorefront: (storefront: Storefront, by: number) => void;
}) {
  const { market, place, count, storefronts, onEdit, onMove, onStorefront, onMoveStorefront } = props;
  const { name, code, countries, currency, pricesIncludeTax } = market;
  const t = marketWords().markets;
  const mayWrite = useMay()('settings:write');
  const remove = useWrite('removeMarket', { about: ['markets'], onDone: () => sayDone(t.removed(name)) });
  const step = (by: -1 | 1, says: string) => (
    <ActionIcon
      {...{ variant: 'subtle', color: 'gray', 'aria-label': says, onClick: () => onMove(by) }}
      className={styles.step ?? ''}
      disabled={place + by < 0 || place + by >= count}
    >
      {by < 0 ? <ArrowUp size={15} /> : <ArrowDown size={15} />}
    </ActionIcon>
  );
  const actions = mayWrite && (
    <>
      {count > 1 && step(-1, t.up(name))}
      {count > 1 && step(1, t.down(name))}
      {storefronts.length === 0 && (
        <ConfirmButton
          {...{ title: t.removeTitle(name), text: t.removeText, verb: t.remove }}
          onConfirm={() => remove.mutateAsync({ params: { code } })}
        >
          {t.remove}
        </ConfirmButton>
      )}
      <Button variant="default" onClick={onEdit} aria-label={t.editNamed(name)}>
        {t.edit}
      </Button>
    </>
  );
  return (
    <Card
      title={name}
      about={`${currency} · ${pricesIncludeTax ? t.withTax : t.withoutTax} · ${t.countries(countries.length)}`}
      actions={actions}
    >
      <Text size="sm" mb="sm">
        {countriesText(countries, t)}
      </Text>
      <ul className={styles.storefronts} aria-label={t.storefrontsOf(name)}>
        {storefronts.map((storefront, index) => (
          <StorefrontRow
            key={storefront.prefix}
            {...{ storefront, isFirst: index === 0, isLast: index === storefronts.length - 1 }}
            onEdit={() => onStorefront(storefront)}
            onMove={(by) => onMoveStorefront(storefront, by)}
          />
        ))}
      </ul>
      {storefronts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t.noStorefront}
        </Text>
      )}
      {mayWrite && (
        <Group mt="xs">
          <Button
            variant="subtle"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => onStorefront()}
            aria-label={t.addStorefrontTo(name)}
          >
            {t.addStorefront}
          </Button>
        </Group>
      )}
    </Card>
  );
}
