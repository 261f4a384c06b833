import { ActionIcon, Button, Group, NumberInput } from '@mantine/core';
import { RotateCcw, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Decision, Field } from '../decision.ts';
import { decisionWords } from '../words.ts';
import styles from './edit-lines.module.css';
import type { Acts } from './use-acts.ts';

/** The lines of an order, each with its pieces, in place: changed, taken out, put in again. */
export function EditLines(props: {
  readonly of: Decision;
  readonly acts: Acts;
  readonly onDone: () => void;
}) {
  const { of: decision, acts, onDone } = props;
  const t = decisionWords();
  const lines = decision.fields.filter(({ isEditable }) => isEditable);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(lines.map(({ key, value }) => [key, value])),
  );
  const piecesOf = ({ key }: Field) => values[key] ?? '';
  const changed = lines.filter((line) => piecesOf(line) !== line.value);
  const isWrong = lines.some((line) => !isAllowed(line, piecesOf(line)));
  const isEmpty = lines.every((line) => piecesOf(line) === '0');
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (isWrong || isEmpty) return;
    const fields = changed.map((line) => ({ key: line.key, value: piecesOf(line) }));
    if (fields.length === 0) onDone();
    else acts.edit(decision, fields, onDone);
  };
  return (
    <form onSubmit={keep} onKeyDown={(event) => event.key === 'Escape' && onDone()}>
      <ul className={styles.lines}>
        {lines.map((line, index) => (
          <Line
            key={line.key}
            of={line}
            value={piecesOf(line)}
            isFirst={index === 0}
            onChange={(value) => setValues({ ...values, [line.key]: value })}
          />
        ))}
      </ul>
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs" disabled={isWrong || isEmpty} loading={acts.isEditing}>
          {t.save}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t.cancel}
        </Button>
        {isEmpty && <span className={styles.hint}>{t.noLineLeft}</span>}
      </Group>
    </form>
  );
}

function Line(props: {
  readonly of: Field;
  readonly value: string;
  readonly isFirst: boolean;
  readonly onChange: (value: string) => void;
}) {
  const { of: line, value, isFirst, onChange } = props;
  const t = decisionWords();
  const { label = '', step = '1', least = '0', most } = line;
  const isOut = value === '0';
  const act = isOut ? t.putIn(label) : t.takeOut(label);
  return (
    <li data-out={isOut || undefined}>
      <span className={styles.label}>
        {label}
        {Number(step) > 1 && <small>{t.packsOf(step)}</small>}
      </span>
      <NumberInput
        size="xs"
        w={104}
        aria-label={`${t.fields.quantity}: ${label}`}
        // It was asked for by a key: the next keys are for it.
        autoFocus={isFirst}
        value={value}
        min={Number(least)}
        max={most === undefined ? undefined : Number(most)}
        step={Number(step)}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        error={!isAllowed(line, value)}
        onChange={(given) => onChange(String(given))}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={act}
        title={act}
        onClick={() => onChange(isOut ? (line.value === '0' ? step : line.value) : '0')}
      >
        {isOut ? <RotateCcw size={14} /> : <X size={14} />}
      </ActionIcon>
    </li>
  );
}

/** Whole packs within its bounds, as the shop would check it. */
function isAllowed({ least = '0', most, step = '1' }: Field, value: string): boolean {
  if (!/^\d{1,15}$/.test(value)) return false;
  const pieces = Number(value);
  if (pieces < Number(least) || (most !== undefined && pieces > Number(most))) return false;
  return pieces % Number(step) === 0;
}
