import { Badge, Skeleton } from '@mantine/core';
import { marketWords } from '../words.ts';
import styles from './look.module.css';
import { type Template, usePreview } from './template.ts';

/** The templates side by side, each as the shop's own home page would look in it. */
export function TemplateChoice(props: {
  readonly templates: readonly Template[];
  readonly chosen: Template;
  readonly worn: Template;
  readonly onChoose: (template: Template) => void;
}) {
  const { templates, chosen, worn, onChoose } = props;
  const t = marketWords().look;
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{t.choose}</legend>
      {templates.map((template) => (
        <label key={template} className={styles.template} data-chosen={chosen === template || undefined}>
          <Small template={template} />
          <span className={styles.about}>
            <span className={styles.name}>
              <input
                type="radio"
                name="template"
                value={template}
                checked={chosen === template}
                onChange={() => onChoose(template)}
              />
              {t.templates[template].name}
              {worn === template && (
                <Badge size="sm" variant="light">
                  {t.inUse}
                </Badge>
              )}
            </span>
            <small>{t.templates[template].text}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** A picture of the home page: nothing in it can be reached. */
function Small({ template }: { readonly template: Template }) {
  const t = marketWords().look;
  const { data, addressOf } = usePreview(template);
  return (
    <span className={styles.small} aria-hidden inert>
      {data ? (
        <iframe
          title={t.templates[template].name}
          src={addressOf('/', data.token)}
          sandbox="allow-same-origin"
          loading="lazy"
          tabIndex={-1}
        />
      ) : (
        <Skeleton height="100%" />
      )}
    </span>
  );
}
