import type { Locale } from '../../../kernel/index.ts';
import type { Block, Letter, MailPicture } from '../../mails/index.ts';
import type { Digest } from '../digest/digest.ts';
import type { Digests } from '../digest/read-digests.ts';
import { asOutlines } from '../picture/outlined.ts';
import { toPng } from '../picture/to-png.ts';
import { spokenIn, writtenAs } from '../words/words.ts';
import type { Schedule } from './schedule.ts';

export type ReportMail = { readonly letter: Letter; readonly pictures: readonly MailPicture[] };

/** To whom it goes: a member is led into the cockpit, anybody else out of the list. */
export type Reader =
  | { readonly kind: 'member'; readonly cockpitUrl: string }
  | { readonly kind: 'address'; readonly unsubscribeUrl: string };

/** The pictures of a run: drawn once, whoever gets it. */
export async function drawPictures({ digests }: Digests): Promise<readonly MailPicture[]> {
  const drawn = digests.map(async ({ chart }, index) =>
    chart === undefined ? [] : [{ cid: cidOf(index), bytes: await toPng(chart.draw(asOutlines)) }],
  );
  return (await Promise.all(drawn)).flat();
}

/** What a reader of the schedule is sent: in words, in numbers, in pictures. */
export function reportLetter(
  { name, language }: Pick<Schedule, 'name' | 'language'>,
  { digests, asOf }: Digests,
  { reader, zone }: { readonly reader: Reader; readonly zone: string },
): Letter {
  const { words } = spokenIn(language);
  const locale = writtenAs(language);
  const said = digests.flatMap(({ sentences }) => sentences);
  const days = digests[0]?.detail.split(', ')[0] ?? '';
  return {
    subject: [name, days].filter((part) => part !== '').join(' · '),
    preview: said.slice(0, 2).join(' '),
    blocks: [
      { kind: 'title', text: name },
      ...digests.flatMap(blocksOf),
      ...(reader.kind === 'member'
        ? [{ kind: 'button', label: words.mail.open, href: reader.cockpitUrl } as const]
        : []),
      ...(asOf === undefined
        ? []
        : [{ kind: 'small', text: words.asOf(momentText(asOf, zone, locale)) } as const]),
      reader.kind === 'member'
        ? { kind: 'small', text: words.mail.toTeam(name) }
        : {
            ...{ kind: 'small', text: words.mail.why(name) },
            link: { label: words.mail.unsubscribe, href: reader.unsubscribeUrl },
          },
    ],
  };
}

function blocksOf(
  { title, detail, figures, sentences, chart, table, problem }: Digest,
  index: number,
): Block[] {
  return [
    { kind: 'heading', text: title, detail },
    ...(figures.length === 0 ? [] : [{ kind: 'figures', figures } as const]),
    ...(sentences.length === 0 ? [] : [{ kind: 'text', text: sentences.join(' ') } as const]),
    ...(chart === undefined ? [] : [{ kind: 'picture', cid: cidOf(index), alt: chart.alt } as const]),
    ...(table === undefined ? [] : [{ kind: 'table', ...table } as const]),
    ...(problem === undefined ? [] : [{ kind: 'text', text: problem } as const]),
  ];
}

function cidOf(index: number): string {
  return `chart-${index + 1}`;
}

export function momentText(at: Temporal.Instant, zone: string, locale: Locale): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: zone } as const;
  return new Intl.DateTimeFormat(locale, options).format(at.epochMilliseconds);
}
