import type { Message } from '../text.ts';

/** Being known again. The first four are kept with every consent: see privacy/banner.ts. */
export const privacy = {
  'consent.title': 'May we know this browser again?',
  'consent.text':
    'We would like to keep a random number in this browser for six months, so that our statistics show whether visits come back. It stays with us, is no advertising, and you can take it back at any time.',
  'consent.reject': 'Reject',
  'consent.accept': 'Accept',
  'consent.more': 'Read more',
  'consent.link': 'Privacy choices',
  'consent.page_title': 'Privacy choices',
  'consent.saved': 'Your choice is saved.',
  'consent.signal': 'Opt-out request honoured.',
  'consent.signal_text':
    'Your browser sends Global Privacy Control. We keep no number in it, sell and share nothing, and do not ask.',
  'consent.always_title': 'What we count without asking',
  'consent.always_text':
    'We count visits without anything kept on your device and without anything that says who you are: of your address only a checksum is used, which means nothing after a day. The cart, your orders and your sign-in use cookies that they need.',
  'consent.is_rejected': 'You have rejected this. Nothing is kept.',
  'consent.is_accepted': 'You accepted on {date}.',
  'consent.withdraw': 'Take it back',
  'consent.proof': 'We keep a proof of it under {id}.',
} as const satisfies Readonly<Record<string, Message>>;
