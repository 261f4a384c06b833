import type { ComponentChildren } from 'preact';
import type { ProductPage } from '../../model/index.ts';
import { GuaranteeNotice } from '../parts/guarantee-notice.tsx';
import { Icon } from '../parts/icon.tsx';
import { RichText } from '../parts/rich-text.tsx';
import type { Scene } from '../scene.ts';
import { SizeTable } from './size-table.tsx';

type Props = { readonly page: ProductPage; readonly scene: Scene };

export function Details({ page, scene }: Props) {
  const { say } = scene;
  return (
    <div class="details">
      {page.bundle.length > 0 && <Bundle page={page} scene={scene} />}
      {page.descriptionHtml && (
        <Fold title={say('product.description')} isOpen>
          <RichText html={page.descriptionHtml} />
        </Fold>
      )}
      {page.attributes.length > 0 && (
        <Fold title={say('product.details')} isOpen>
          <dl class="attributes">
            {page.attributes.map(({ title, value }) => (
              <div>
                <dt>{title}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Fold>
      )}
      {page.sizeTable && (
        <Fold title={say('product.size_table')}>
          <SizeTable table={page.sizeTable} />
        </Fold>
      )}
      {page.delivery.length > 0 && <Delivery page={page} scene={scene} />}
      {page.hasLegalGuarantee && <GuaranteeNotice scene={scene} />}
      {page.safety && <Safety safety={page.safety} scene={scene} />}
    </div>
  );
}

function Fold({
  title,
  isOpen = false,
  children,
}: {
  title: string;
  isOpen?: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class="fold" open={isOpen}>
      <summary>
        <h2>{title}</h2>
        <Icon name="chevron" />
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}

function Bundle({ page, scene }: Props) {
  return (
    <Fold title={scene.say('product.in_this_set')} isOpen>
      <ul class="bundle">
        {page.bundle.map(({ title, href, quantity }) => (
          <li>
            <span class="bundle-quantity">{scene.say('product.quantity', { count: quantity })}</span>{' '}
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Delivery({ page, scene }: Props) {
  return (
    <Fold title={scene.say('product.delivery')} isOpen>
      <ul class="delivery">
        {page.delivery.map(({ title, text }, index) => (
          <li>
            <Icon name={index === 0 ? 'delivery' : 'returns'} />
            <p>
              <strong>{title}</strong> {text}
            </p>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Safety({ safety, scene }: { safety: NonNullable<ProductPage['safety']>; scene: Scene }) {
  const { say } = scene;
  const rows = [
    [say('product.manufacturer'), safety.manufacturer],
    [say('product.responsible_person'), safety.responsiblePerson],
    [say('product.warnings'), safety.warnings],
  ].filter(([, text]) => text !== undefined && text !== '');
  if (rows.length === 0) return null;
  return (
    <Fold title={say('product.safety')}>
      <dl class="attributes">
        {rows.map(([title, text]) => (
          <div>
            <dt>{title}</dt>
            <dd class="keep-lines">{text}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}
