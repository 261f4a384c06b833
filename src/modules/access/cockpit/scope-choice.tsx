import { Anchor, Checkbox } from '@mantine/core';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import type { Scope } from '../scope.ts';
import styles from './keys.module.css';
import { SCOPE_GROUPS } from './scope-groups.ts';
import { accessWords } from './words.ts';

/** Permissions in groups, each with what it means; what one may not oneself cannot be given. */
export function ScopeChoice(props: {
  readonly chosen: ReadonlySet<Scope>;
  readonly onChange: (chosen: ReadonlySet<Scope>) => void;
}) {
  const { chosen, onChange } = props;
  const t = accessWords();
  const may = useMay();
  const set = (scopes: readonly Scope[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const scope of scopes) {
      if (isOn) next.add(scope);
      else next.delete(scope);
    }
    onChange(next);
  };
  return (
    <div className={styles.groups}>
      {SCOPE_GROUPS.map(([group, scopes]) => {
        const held = scopes.filter(may);
        const isWhole = held.length > 0 && held.every((scope) => chosen.has(scope));
        return (
          <fieldset key={group} className={styles.group}>
            <legend>
              {t.groups[group]}
              {held.length > 1 && (
                <Anchor
                  component="button"
                  type="button"
                  size="xs"
                  onClick={() => set(held, !isWhole)}
                  aria-label={`${t.all}: ${t.groups[group]}`}
                >
                  {t.all}
                </Anchor>
              )}
            </legend>
            <div className={styles.scopes}>
              {scopes.map((scope) => (
                <Checkbox
                  key={scope}
                  checked={chosen.has(scope)}
                  disabled={!may(scope)}
                  onChange={(event) => set([scope], event.currentTarget.checked)}
                  label={t.scopes[scope]}
                  description={
                    may(scope) ? <span className={styles.code}>{scope}</span> : `${scope} · ${t.notHeld}`
                  }
                />
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
