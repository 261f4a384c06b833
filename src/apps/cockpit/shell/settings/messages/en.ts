export const en = {
  title: 'Settings',
  about: 'How the shop sells, who works in it, and what it runs on.',
  find: 'Find a setting',
  findHint: 'VAT id, language, colours …',
  nothing: 'No setting is called so',
  nothingText: 'Try another word. What you may not open is not listed.',
  none: 'There is nothing here that you may set',
  noneText: 'Ask whoever runs the team for another role.',
  groups: {
    shop: 'Shop',
    selling: 'Selling',
    team: 'Team',
    programs: 'Programs',
    system: 'Data and system',
    other: 'More',
  },
};
