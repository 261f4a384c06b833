import type { OptionModel, ProductPage } from '../../model/index.ts';
import { Swatch } from '../parts/card.tsx';
import type { Scene } from '../scene.ts';
import { Buy } from './buy.tsx';

/**
 * Each value is a link to the page with that value chosen; variant-choice.ts answers the click where it can.
 */
export function Choice({ page, scene }: { page: ProductPage; scene: Scene }) {
  return (
    <div class="choice" data-choice>
      {page.options.map((option, index) => (
        <Option option={option} index={index} scene={scene} />
      ))}
      <Buy page={page} scene={scene} />
    </div>
  );
}

function Option({ option, index, scene }: { option: OptionModel; index: number; scene: Scene }) {
  const chosen = option.values.find((value) => value.isChosen)?.value ?? '';
  return (
    <fieldset class="option">
      <legend class="option-title">
        <span class="option-name">{option.name}</span> <span data-chosen={index}>{chosen}</span>
      </legend>
      <ul class={option.kind === 'color' ? 'values values-color' : 'values'}>
        {option.values.map((value) => (
          <li>
            <Value option={option} value={value} index={index} scene={scene} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

type ValueProps = {
  readonly option: OptionModel;
  readonly value: OptionModel['values'][number];
  readonly index: number;
  readonly scene: Scene;
};

function Value({ option, value, index, scene }: ValueProps) {
  const isColor = option.kind === 'color' && value.color !== undefined;
  return (
    <a
      class={isColor ? 'value value-color' : 'value'}
      href={value.href}
      rel="nofollow"
      aria-current={value.isChosen ? 'true' : undefined}
      data-option={index}
      data-value={value.value}
      data-missing={value.isAvailable ? undefined : ''}
    >
      {isColor && <Swatch color={value.color ?? ''} />}
      <span class={isColor ? 'unseen' : undefined}>{value.value}</span>
      <span class="unseen" data-missing-words hidden={value.isAvailable}>
        , {scene.say('product.unavailable')}
      </span>
    </a>
  );
}
