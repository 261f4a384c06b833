import { countOf, dayOf, moneyOf, percentOf } from '../../../platform/cockpit/text/index.ts';
import type { Field } from './decision.ts';
import styles from './decisions.module.css';
import { decisionWords, named } from './words.ts';

type Said = { readonly unit: Field['unit']; readonly value: string };

/** A value as one writes it. */
export function valueText({ unit, value }: Said, currency: string): string {
  const t = decisionWords();
  if (unit === 'money') return moneyOf({ amount: value, currency });
  if (unit === 'share') return percentOf(Number(value));
  if (unit === 'days') return `${countOf(value)} ${t.mandate.days}`;
  if (unit === 'count' || unit === 'number') return /^-?\d+(\.\d+)?$/.test(value) ? countOf(value) : value;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayOf(value) : named(t.values, value);
}

/** What is said of the whole of it; lines of an order have a list of their own. */
export function wholeFields({ fields }: { readonly fields: readonly Field[] }): readonly Field[] {
  return fields.filter(({ label }) => label === undefined);
}

/** What is, and what is to be: `€24.90 → €19.90`. */
export function FieldChange({ of, currency }: { readonly of: Field; readonly currency: string }) {
  const { unit, value, before } = of;
  const t = decisionWords();
  return (
    <span className={styles.change}>
      <span className={styles.fieldName}>{of.label ?? named(t.fields, of.key)}</span>
      {before !== undefined && before !== value && (
        <>
          <s>{valueText({ unit, value: before }, currency)}</s>
          <span aria-hidden>→</span>
        </>
      )}
      <strong>{valueText({ unit, value }, currency)}</strong>
    </span>
  );
}
