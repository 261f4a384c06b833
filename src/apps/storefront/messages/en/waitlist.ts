import type { Message } from '../text.ts';

/** Waiting for what is sold out. */
export const waitlist = {
  'wait.title': 'Tell me when it is back',
  'wait.email': 'Your e-mail address',
  'wait.submit': 'Tell me',
  'wait.purpose':
    'One mail when you can buy it again, in the order in which people asked. We use your address for nothing else and erase it then, or after 180 days.',
  'wait.done_title': 'We will tell you',
  'wait.done_text': 'You get one mail when you can buy this again. The way off the list is in it.',
  'wait.buyable_title': 'You can buy it now',
  'wait.buyable_text': 'It is back already: there is nothing to wait for.',
  'wait.leave_title': 'No more of these mails',
  'wait.leave_text': 'We take your address off every list of things that are to come back, and erase it.',
  'wait.leave': 'Take me off all lists',
  'wait.left_title': 'You are on no list',
  'wait.left_text': 'You wait for nothing any more, and we write to you about nothing of that.',
} satisfies Readonly<Record<string, Message>>;
