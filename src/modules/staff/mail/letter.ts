import type { Language } from '../member.ts';
import { BUILT_IN_ROLES } from '../roles/built-in.ts';
import type { TeamMail } from './model.ts';
import { ROLE_NAMES } from './role-names.ts';
import { TEAM_WORDS } from './words.ts';

export type TeamLetter = { readonly subject: string; readonly text: string; readonly html: string };

type Parts = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link?: { readonly label: string; readonly href: string };
  readonly small: string;
};

type About = {
  readonly shop: string;
  readonly timeZone: string;
  /** Where the link of an invitation leads. */
  readonly link: string;
};

/** What is sent, as text and as HTML; everything that somebody typed is text in both. */
export function writeTeamLetter(model: TeamMail, language: Language, about: About): TeamLetter {
  const parts = partsOf(model, language, about);
  return { subject: parts.subject, text: textOf(parts), html: htmlOf(parts, language) };
}

function partsOf(model: TeamMail, language: Language, { shop, timeZone, link }: About): Parts {
  const words = TEAM_WORDS[language];
  const when = (instant: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
      new Date(instant),
    );
  switch (model.kind) {
    case 'invitation': {
      const names = model.roles.map((role) => roleName(role, language));
      const roles = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
      return {
        subject: words.invitation.subject(shop),
        paragraphs: [words.invitation.text(model.invitedBy, shop, roles)],
        link: { label: words.invitation.button, href: link },
        small: words.invitation.until(when(model.expiresAt)),
      };
    }
    case 'new_browser':
      return {
        subject: words.newBrowser.subject(shop),
        paragraphs: [
          words.greeting(model.name),
          words.newBrowser.text(when(model.at), model.userAgent || '?', model.ip),
        ],
        small: words.notYou,
      };
    case 'security_changed':
      return {
        subject: words.changed.subject(shop),
        paragraphs: [
          words.greeting(model.name),
          `${words.changed.what[model.what]} ${words.changed.when(when(model.at))}`,
        ],
        small: words.notYou,
      };
  }
}

/** Built-in roles have a name in each language; the shop's own are called what they are called. */
function roleName(role: string, language: Language): string {
  const known = BUILT_IN_ROLES.find((one) => one === role);
  return known ? ROLE_NAMES[language][known] : role;
}

function textOf({ paragraphs, link, small }: Parts): string {
  const linked = link ? [`${link.label}:\n${link.href}`] : [];
  return `${[...paragraphs, ...linked, small].join('\n\n')}\n`;
}

const STYLE = {
  page: 'margin:0;padding:24px 12px;background:#f4f4f6;color:#1d1d1f;font:16px/1.5 -apple-system,Segoe UI,Roboto,sans-serif',
  sheet: 'max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff;border-radius:8px',
  button:
    'display:inline-block;padding:12px 20px;background:#2f5bea;color:#ffffff;border-radius:6px;font-weight:600;text-decoration:none',
  small: 'margin:24px 0 0;font-size:13px;color:#5b5b62',
} as const;

function htmlOf({ subject, paragraphs, link, small }: Parts, language: Language): string {
  const button = link
    ? `<p><a href="${escaped(link.href)}" style="${STYLE.button}">${escaped(link.label)}</a></p>`
    : '';
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="${STYLE.page}"><div style="${STYLE.sheet}">
${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')}
${button}
<p style="${STYLE.small}">${escaped(small)}</p>
</div></body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
