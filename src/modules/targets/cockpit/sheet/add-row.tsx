import { Button, NativeSelect } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { KPI_IDS, UNITS } from '../kpis.ts';
import { targetWords } from '../words.ts';
import type { SheetRow } from './rows.ts';
import styles from './sheet.module.css';

/** Chooses what another row is of. */
export function AddRow({ onAdd }: { readonly onAdd: (row: SheetRow) => void }) {
  const t = targetWords();
  const { shop } = useSession();
  const may = useMay();
  const about = { about: ['markets'], isOff: !may('settings:read') };
  const { data } = useRead('listMarkets', { query: { limit: '100' } }, about);
  const markets = data?.items ?? [];
  const [kpi, setKpi] = useState(KPI_IDS[0] ?? 'net_sales');
  const [market, setMarket] = useState('');
  const [chosen, setCurrency] = useState(shop.currency);
  const currencies = [...new Set([shop.currency, ...markets.map(({ currency }) => currency)])];
  const hasMarkets = kpi !== 'ad_spend' && markets.length > 1;
  const isMoney = UNITS[kpi] === 'money';
  return (
    <div className={styles.add}>
      <NativeSelect
        size="xs"
        aria-label={t.sheet.number}
        value={kpi}
        data={KPI_IDS.filter((id) => id !== 'contribution_margin_1' || may('costs:read')).map((value) => ({
          ...{ value, label: t.kpis[value] },
        }))}
        onChange={({ currentTarget }) =>
          setKpi(KPI_IDS.find((id) => id === currentTarget.value) ?? 'net_sales')
        }
      />
      {hasMarkets && (
        <NativeSelect
          size="xs"
          aria-label={t.sheet.market}
          value={market}
          data={[
            { value: '', label: t.everyMarket },
            ...markets.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={({ currentTarget }) => setMarket(currentTarget.value)}
        />
      )}
      {isMoney && currencies.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label={t.sheet.currency}
          value={chosen}
          data={currencies}
          onChange={({ currentTarget }) => setCurrency(currentTarget.value)}
        />
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<Plus size={14} />}
        onClick={() =>
          onAdd({ kpi, market: hasMarkets ? market : '', ...(isMoney ? { currency: chosen } : {}) })
        }
      >
        {t.sheet.add}
      </Button>
    </div>
  );
}
