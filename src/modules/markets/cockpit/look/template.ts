import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { callApi, type Told } from '../../../../platform/cockpit/api/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';

export type Template = Told<'readShop'>['template'];
export const TEMPLATES: readonly Template[] = ['atelier', 'depot', 'nocturne'];

const GOOD_FOR_MS = 25 * 60_000;

/** A colour as it is typed in; '' is the template's own. */
export function isColour(text: string): boolean {
  return text === '' || /^#[0-9a-f]{6}$/i.test(text);
}

/** Where pages of the shop are seen in a template that it need not have. Asked once: another token is another address. */
export function usePreview(template: Template, accent?: string) {
  const { shop } = useSession();
  const read = useQuery({
    queryKey: ['look preview', template, accent],
    queryFn: ({ signal }) =>
      callApi(
        'previewLook',
        { query: { template, ...(accent === undefined ? {} : { accent }) } },
        { signal },
      ),
    placeholderData: keepPreviousData,
    ...{ staleTime: GOOD_FOR_MS, refetchOnWindowFocus: false },
  });
  const addressOf = (path: string, token: string) =>
    `${shop.storefront.replace(/\/$/, '')}${path}?preview=${token}`;
  return { ...read, addressOf };
}
