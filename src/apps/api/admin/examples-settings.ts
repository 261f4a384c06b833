/** Bodies of what is set up and looked after. */
export const SETTINGS_EXAMPLES = {
  retryDeadLetters: { name: 'mails.send' },
  dismissDeadLetters: { name: 'mails.send' },
};
