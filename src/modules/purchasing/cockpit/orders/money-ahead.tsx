import { SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { useGo, useMay } from '../../../../platform/cockpit/state/index.ts';
import { type ApiMoney, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { TEXT_TONES } from '../../../../platform/cockpit/value/index.ts';
import { purchasingWords } from '../words.ts';
import styles from './money-ahead.module.css';

/** What is open in money: goods that are to come or late, and what is to be paid this week or overdue. */
export function MoneyAhead() {
  const t = purchasingWords().payables.home;
  const isOff = !useMay()('costs:read');
  const due = useRead('readMoneyDue', {}, { about: ['purchasing'], isOff, isAside: true });
  if (due.data === undefined) return null;
  const { coming, due: owed } = due.data;
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs" className={styles.strip}>
      <Sum
        label={t.coming}
        of={coming.map(({ open }) => open)}
        path="/purchasing?state=sent&state=confirmed&state=partly_received"
      />
      <Sum label={t.late} of={coming.map(({ late }) => late)} path="/purchasing?isLate=true" isBad />
      <Sum label={t.week} of={owed.map(({ weeks }) => weeks[0]?.amount)} path="/purchasing/payables" />
      <Sum label={t.overdue} of={owed.map(({ late }) => late.amount)} path="/purchasing/payables" isBad />
    </SimpleGrid>
  );
}

function Sum(props: {
  readonly label: string;
  readonly of: readonly (ApiMoney | undefined)[];
  readonly path: string;
  readonly isBad?: boolean;
}) {
  const { label, of, path, isBad = false } = props;
  const t = purchasingWords().payables.home;
  const go = useGo();
  const some = of.filter((one) => one !== undefined).filter(({ amount }) => /[1-9]/.test(amount));
  return (
    <UnstyledButton className={styles.sum} onClick={() => go(path)}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      {some.length === 0 && <Text c="dimmed">{t.nothing}</Text>}
      {some.map((one) => (
        <Text key={one.currency} fw={600} c={isBad ? TEXT_TONES.bad : undefined} className={styles.figure}>
          {moneyOf(one)}
        </Text>
      ))}
    </UnstyledButton>
  );
}
