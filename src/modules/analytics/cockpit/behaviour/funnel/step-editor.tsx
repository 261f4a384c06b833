import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { ArrowUp, Plus, X } from 'lucide-react';
import { analyticsWords, wordOf } from '../../words.ts';
import styles from './funnel.module.css';
import { isPage, MOST_STEPS, pathOf, SHOP_STEPS } from './steps.ts';

const EVENTS = [
  ...['page_view', 'view_item_list', 'select_item', 'view_item', 'search', 'add_to_wishlist', 'add_to_cart'],
  ...['remove_from_cart', 'view_cart', 'begin_checkout', 'add_shipping_info', 'add_payment_info', 'purchase'],
  ...['sign_up', 'login'],
];
const A_PAGE = '/';

type Change = (steps: readonly string[]) => void;

/** The steps of a funnel, to be chosen, moved, added and taken out: each change is shown at once. */
export function StepEditor({
  steps,
  change,
}: {
  readonly steps: readonly string[];
  readonly change: Change;
}) {
  const t = analyticsWords().behaviour;
  const isOwn = steps.join() === SHOP_STEPS.join();
  return (
    <div className={styles.editor}>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <Step key={`${index} ${step}`} {...{ steps, step, index, change }} />
        ))}
      </ol>
      <div className={styles.actions}>
        {steps.length < MOST_STEPS && (
          <Button
            {...{ size: 'xs', variant: 'default', leftSection: <Plus size={14} /> }}
            onClick={() => change([...steps, steps.includes('purchase') ? 'view_cart' : 'purchase'])}
          >
            {t.addStep}
          </Button>
        )}
        {!isOwn && (
          <Button size="xs" variant="subtle" onClick={() => change(SHOP_STEPS)}>
            {t.ownSteps}
          </Button>
        )}
      </div>
    </div>
  );
}

function Step(props: {
  readonly steps: readonly string[];
  readonly step: string;
  readonly index: number;
  readonly change: Change;
}) {
  const { steps, step, index, change } = props;
  const t = analyticsWords();
  const b = t.behaviour;
  const number = String(index + 1);
  const set = (value: string) => change(steps.with(index, value));
  // What somebody named in the address is there too.
  const events = EVENTS.includes(step) || isPage(step) ? EVENTS : [...EVENTS, step];
  return (
    <li className={styles.editorStep}>
      <span className={styles.number} aria-hidden>
        {number}
      </span>
      <div className={styles.fields}>
        <NativeSelect
          aria-label={b.step(number)}
          value={isPage(step) ? A_PAGE : step}
          data={[
            ...events.map((value) => ({ value, label: wordOf(t.events, value) })),
            { value: A_PAGE, label: b.aPage },
          ]}
          onChange={({ currentTarget: { value } }) => set(value === A_PAGE ? '/products/*' : value)}
        />
        {isPage(step) && <PathField path={step} label={b.path(number)} set={set} />}
      </div>
      <ActionIcon
        {...{ variant: 'subtle', color: 'gray', disabled: index === 0, 'aria-label': b.moveUp(number) }}
        onClick={() => change(steps.with(index - 1, step).with(index, steps[index - 1] ?? step))}
      >
        <ArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        {...{ variant: 'subtle', color: 'gray', disabled: steps.length <= 2 }}
        aria-label={b.removeStep(number)}
        onClick={() => change(steps.toSpliced(index, 1))}
      >
        <X size={16} />
      </ActionIcon>
    </li>
  );
}

/** Asked for when it is left, not with every letter. */
function PathField(props: {
  readonly path: string;
  readonly label: string;
  readonly set: (path: string) => void;
}) {
  const { path, label, set } = props;
  const keep = (typed: string) => pathOf(typed) !== path && set(pathOf(typed));
  return (
    <TextInput
      {...{ 'aria-label': label, defaultValue: path, placeholder: analyticsWords().behaviour.pageHint }}
      onBlur={({ currentTarget }) => keep(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && keep(currentTarget.value)}
    />
  );
}
