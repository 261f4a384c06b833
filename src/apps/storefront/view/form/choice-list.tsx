import type { ComponentChildren } from 'preact';
import type { Choice } from '../../model/index.ts';
import { described, Problem } from './field.tsx';

type Props<Kind extends Choice> = {
  readonly name: string;
  readonly legend: string;
  readonly isLegendSeen?: boolean;
  readonly choices: readonly Kind[];
  readonly problem?: string | undefined;
  /** What stands at the end of the row: a price. */
  readonly aside?: (choice: Kind) => ComponentChildren;
  /** What opens below a choice while it is chosen. */
  readonly detail?: (choice: Kind) => ComponentChildren;
};

/** Radio buttons as rows; the whole row can be pressed. Details of the chosen one are shown by the style sheet. */
export function ChoiceList<Kind extends Choice>(props: Props<Kind>) {
  const { name, legend, isLegendSeen = true, choices, problem, aside, detail } = props;
  return (
    <fieldset class="choices" id={name} {...described(name, problem)}>
      <legend class={isLegendSeen ? 'choices-title' : 'unseen'}>{legend}</legend>
      {choices.map((choice) => (
        <div class="choice-row">
          <label class="choice-label" for={`${name}-${choice.value}`}>
            <input
              id={`${name}-${choice.value}`}
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.isChosen}
            />
            <span class="choice-text">
              <span class="choice-title">{choice.title}</span>
              {choice.text !== undefined && <span class="quiet">{choice.text}</span>}
            </span>
            {aside && <span class="choice-aside">{aside(choice)}</span>}
          </label>
          {detail && <ChoiceDetail>{detail(choice)}</ChoiceDetail>}
        </div>
      ))}
      <Problem name={name} text={problem} />
    </fieldset>
  );
}

function ChoiceDetail({ children }: { children: ComponentChildren }) {
  return children ? <div class="choice-detail">{children}</div> : null;
}
