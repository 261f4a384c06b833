import { type AddressProblem, addressFormat } from '../../../modules/markets/index.ts';
import { message } from '../messages/index.ts';
import type { Site } from '../site.ts';
import { snake } from './address-form.ts';
import type { Typed } from './typed.ts';

/** What is wrong with an address, by the form's fields, in the shopper's words and with an example of what is right. */
export function addAddressProblems(
  problems: Map<string, string>,
  found: readonly AddressProblem[],
  values: Typed['values'],
  { locale }: Site,
): void {
  for (const { code, field = '' } of found) {
    const [name = '', part = ''] = field.split('.');
    const key = `${name}_${snake(part)}`;
    if (problems.has(key)) continue;
    const format = addressFormat(values[`${name}_country`] ?? '');
    const own = format.fields.find((each) => each.field === part);
    const label = message(locale, own?.label ?? 'address.country');
    const example = part === 'postalCode' ? format.postalCode?.example.split(',')[0] : undefined;
    if (code === 'invalid' && example !== undefined) {
      problems.set(key, message(locale, 'problem.invalid_example', { label, example }));
    } else problems.set(key, message(locale, `problem.${code}`, { label }));
  }
}
