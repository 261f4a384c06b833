import { Button } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import type { KeptShop } from '../shop/form.ts';
import { marketWords } from '../words.ts';
import { LookPreview } from './look-preview.tsx';
import { TEMPLATES, type Template } from './template.ts';
import { TemplateChoice } from './template-choice.tsx';
import { ThemeCard } from './theme-card.tsx';

/** How the shop is drawn: seen on one's own goods before shoppers see it. */
export function Screen() {
  const t = marketWords().look;
  const shop = useRead('readShop', {}, { about: ['markets'] });
  return (
    <Shown of={shop}>
      {(found) =>
        found.isDescribed ? <Looks shop={found} /> : <Page title={t.title}>{t.describeFirst}</Page>
      }
    </Shown>
  );
}

function Looks({ shop }: { readonly shop: KeptShop }) {
  const t = marketWords().look;
  const mayWrite = useMay()('settings:write');
  const [chosen, choose] = useState<Template>(shop.template);
  const [accent, setAccent] = useState<string>();
  const save = useWrite('saveShop', { about: ['markets'] });
  const wear = (template: Template, version: string, isUndo = false) => {
    const before = shop.template;
    const onSuccess = (saved: { readonly version: string }) => {
      choose(template);
      const undo = isUndo ? undefined : () => wear(before, saved.version, true);
      sayDone(t.worn(t.templates[template].name), undo);
    };
    save.mutate({ body: { version, template } }, { onSuccess });
  };
  const isWorn = chosen === shop.template;
  return (
    <Page
      title={t.title}
      about={t.about}
      actions={
        mayWrite && (
          <Button disabled={isWorn} loading={save.isPending} onClick={() => wear(chosen, shop.version)}>
            {isWorn ? t.isWorn : t.wear(t.templates[chosen].name)}
          </Button>
        )
      }
    >
      <TemplateChoice {...{ templates: TEMPLATES, chosen, worn: shop.template, onChoose: choose }} />
      <ThemeCard template={chosen} onAccent={setAccent} />
      <LookPreview key={chosen} template={chosen} {...(accent === undefined ? {} : { accent })} />
    </Page>
  );
}
