import type { FormProblem } from '../../model/index.ts';
import { Icon } from '../parts/icon.tsx';
import type { Scene } from '../scene.ts';

/** Everything that is wrong with a form, before it, each leading to its field. Takes the focus when the page opens. */
export function Problems({ problems, scene }: { problems: readonly FormProblem[]; scene: Scene }) {
  if (problems.length === 0) return null;
  return (
    <section class="problems" role="alert" tabIndex={-1} id="problems" data-focus>
      <Icon name="alert" />
      <div>
        <h2>{scene.say('checkout.problems', { count: problems.length })}</h2>
        <ul>
          {problems.map(({ text, href }) => (
            <li>{href === undefined ? text : <a href={href}>{text}</a>}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
