import type { LineModel } from '../../model/index.ts';
import { Picture, Tint } from '../parts/picture.tsx';
import type { Scene } from '../scene.ts';

type Props = { readonly lines: readonly LineModel[]; readonly scene: Scene; readonly label: string };

// A long list scrolls in its own room, by keyboard too, so that total and button stay near.
const LONG = 6;

/** What is bought, small: beside the checkout and in an order. */
export function LineList({ lines, scene, label }: Props) {
  const isLong = lines.length > LONG;
  return (
    <ul class={isLong ? 'lines lines-long' : 'lines'} aria-label={label} tabIndex={isLong ? 0 : undefined}>
      {lines.map((line) => (
        <li class="line">
          <LinePicture line={line} />
          <div class="line-text">
            <p class="line-title">
              {line.href === undefined ? line.title : <a href={line.href}>{line.title}</a>}
            </p>
            {line.options.length > 0 && <p class="quiet">{line.options.join(' · ')}</p>}
            <p class="quiet">
              {scene.say('product.quantity', { count: line.quantity })} {line.unitPrice.text}
            </p>
            {line.reasons.map((reason) => (
              <p class="line-reason">{reason}</p>
            ))}
          </div>
          <LineTotal line={line} scene={scene} />
        </li>
      ))}
    </ul>
  );
}

export function LinePicture({ line }: { line: LineModel }) {
  return (
    <div class="line-picture">
      {line.picture ? (
        <Picture picture={line.picture} sizes="6rem" largest={320} alt="" />
      ) : (
        <Tint color="#c9c4bb" />
      )}
    </div>
  );
}

export function LineTotal({ line, scene }: { line: LineModel; scene: Scene }) {
  return (
    <p class="line-total">
      {line.before && (
        <s class="price-before">
          <span class="unseen">{scene.say('card.was', { price: '' })}</span>
          {line.before.text}
        </s>
      )}{' '}
      <span class={line.before ? 'price-now' : undefined}>{line.total.text}</span>
    </p>
  );
}
