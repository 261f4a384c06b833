import { writtenIn } from '../../../../platform/cockpit/text/index.ts';

/** `14:05:20`, in the shop's zone. */
export function clockOf(moment: string): string {
  const { region, timeZone } = writtenIn();
  return new Intl.DateTimeFormat(region, { timeStyle: 'medium', timeZone }).format(new Date(moment));
}
