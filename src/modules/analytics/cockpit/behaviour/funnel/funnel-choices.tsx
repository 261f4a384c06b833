import { NativeSelect } from '@mantine/core';
import { analyticsWords } from '../../words.ts';
import styles from './funnel.module.css';
import { type Funnel, SEGMENTS, WITHINS } from './steps.ts';

type Change = (parts: Readonly<Record<string, string | undefined>>) => void;

/** Closed or open, in which time, and what visits are told apart by. */
export function FunnelChoices({ funnel, change }: { readonly funnel: Funnel; readonly change: Change }) {
  const t = analyticsWords().behaviour;
  return (
    <div className={styles.choices}>
      <NativeSelect
        label={t.kind}
        value={funnel.isOpen ? 'open' : 'closed'}
        data={[
          { value: 'closed', label: t.closed },
          { value: 'open', label: t.open },
        ]}
        onChange={({ currentTarget: { value } }) => change({ open: value === 'open' ? 'true' : undefined })}
      />
      <NativeSelect
        label={t.within}
        value={String(funnel.within ?? '')}
        data={[
          { value: '', label: t.oneVisit },
          ...WITHINS.map((minutes) => ({ value: String(minutes), label: t.withins[minutes] })),
        ]}
        onChange={({ currentTarget: { value } }) => change({ within: value })}
      />
      <NativeSelect
        label={t.segment}
        value={funnel.segment ?? ''}
        data={[
          { value: '', label: t.segments.none },
          ...SEGMENTS.map((value) => ({ value, label: t.segments[value] })),
        ]}
        onChange={({ currentTarget: { value } }) => change({ segment: value })}
      />
    </div>
  );
}
