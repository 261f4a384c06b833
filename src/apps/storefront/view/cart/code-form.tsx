import type { CodeForm } from '../../model/index.ts';
import { described, Problem } from '../form/field.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly codes: CodeForm; readonly scene: Scene };

/** A discount code: field, button, and the codes given so far. Its buttons say what to do, so it fits into any form. */
export function CodeFields({ codes, scene: { say } }: Props) {
  return (
    <div class="code-form">
      <Applied codes={codes} remove="remove_code" label={say} />
      <label for="code">{say('cart.code')}</label>
      <div class="code-row">
        <input
          id="code"
          name="code"
          value={codes.value}
          maxLength={60}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          {...described('code', codes.problem)}
        />
        <button class="button-plain" type="submit" name="do" value="apply_code">
          {say('cart.code_apply')}
        </button>
      </div>
      <Problem name="code" text={codes.problem} />
    </div>
  );
}

export function GiftCardFields({ codes, scene: { say } }: Props) {
  return (
    <div class="code-form">
      <Applied codes={codes} remove="remove_gift_card" label={say} />
      <div class="code-row code-row-card">
        <div>
          <label for="gift_card">{say('cart.gift_card_code')}</label>
          <input
            id="gift_card"
            name="gift_card"
            value={codes.value}
            maxLength={40}
            autocomplete="off"
            spellcheck={false}
            {...described('gift_card', codes.problem)}
          />
        </div>
        <div>
          <label for="gift_card_pin">{say('cart.gift_card_pin')}</label>
          <input
            id="gift_card_pin"
            name="gift_card_pin"
            maxLength={12}
            inputMode="numeric"
            autocomplete="off"
          />
        </div>
        <button class="button-plain" type="submit" name="do" value="apply_gift_card">
          {say('cart.code_apply')}
        </button>
      </div>
      <Problem name="gift_card" text={codes.problem} />
    </div>
  );
}

type AppliedProps = { readonly codes: CodeForm; readonly remove: string; readonly label: Scene['say'] };

function Applied({ codes, remove, label }: AppliedProps) {
  if (codes.applied.length === 0) return null;
  return (
    <ul class="applied">
      {codes.applied.map(({ id, code, text, isApplied }) => (
        <li class={isApplied ? undefined : 'applied-not'}>
          <Icon name={isApplied ? 'check' : 'alert'} />
          <span>{text}</span>
          <button class="icon-button" type="submit" name="do" value={`${remove}:${id}`}>
            <Icon name="close" />
            <span class="unseen">{label('cart.code_remove', { code })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
