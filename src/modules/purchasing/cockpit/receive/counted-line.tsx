import { ActionIcon, Button, Group, NumberInput, Text, TextInput } from '@mantine/core';
import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { TEXT_TONES } from '../../../../platform/cockpit/value/index.ts';
import { ItemCell } from '../item-cell.tsx';
import { purchasingWords } from '../words.ts';
import { type Counted, shortOf, surplusOf } from './counted.ts';
import styles from './receive.module.css';

/** One line as it is counted: large keys for one more and one less, damaged and wrong behind a press. */
export function CountedLine(props: {
  readonly counted: Counted;
  readonly onChange: (parts: Partial<Counted>) => void;
}) {
  const { counted, onChange } = props;
  const words = purchasingWords();
  const t = words.receiving;
  const [isOpen, setOpen] = useState(false);
  const { line, received, damaged, wrong, expiresOn } = counted;
  const expiry = (
    <TextInput
      type="date"
      label={t.keeps}
      value={expiresOn}
      onChange={(event) => onChange({ expiresOn: event.currentTarget.value })}
    />
  );
  const title = line.item?.title ?? words.gone;
  const short = shortOf(counted);
  const surplus = surplusOf(counted);
  return (
    <Card>
      <Group justify="space-between" gap="sm">
        <ItemCell item={line.item} sku={line.sku} />
        <div className={styles.count}>
          <ActionIcon
            size={44}
            variant="default"
            aria-label={`${t.less}: ${title}`}
            disabled={received === 0}
            onClick={() => onChange({ received: received - 1 })}
          >
            <Minus size={18} />
          </ActionIcon>
          <NumberInput
            w={84}
            size="md"
            hideControls
            aria-label={`${t.came}: ${title}`}
            value={received}
            min={0}
            max={1_000_000}
            allowDecimal={false}
            onChange={(typed) => onChange({ received: Number(typed) || 0 })}
          />
          <ActionIcon
            size={44}
            variant="default"
            aria-label={`${t.more}: ${title}`}
            onClick={() => onChange({ received: received + 1 })}
          >
            <Plus size={18} />
          </ActionIcon>
          <Text size="sm" c="dimmed">
            {t.of(line.open)}
          </Text>
        </div>
      </Group>
      <Group justify="space-between" mt="xs">
        <Text size="sm" c={TEXT_TONES.waiting}>
          {short > 0 ? t.short(short) : surplus > 0 ? t.over(surplus) : ''}
        </Text>
        {!isOpen && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen(true)}>
            {t.problem}
          </Button>
        )}
      </Group>
      {(line.shelfLifeDays !== undefined || isOpen) && <div>{expiry}</div>}
      {isOpen && (
        <Group mt="xs" grow>
          <NumberInput
            label={t.damaged}
            value={damaged}
            min={0}
            max={1_000_000}
            allowDecimal={false}
            onChange={(typed) => onChange({ damaged: Number(typed) || 0 })}
          />
          <NumberInput
            label={t.wrong}
            value={wrong}
            min={0}
            max={1_000_000}
            allowDecimal={false}
            onChange={(typed) => onChange({ wrong: Number(typed) || 0 })}
          />
        </Group>
      )}
    </Card>
  );
}
