export { bytesOf } from './bytes.ts';
export {
  type ApiMoney,
  countOf,
  countryName,
  dateOf,
  dayOf,
  languageName,
  momentOf,
  moneyOf,
  percentOf,
  sinceOf,
  type Writing,
  wholeMoneyOf,
  writeIn,
  writtenIn,
} from './format.ts';
export { LANGUAGES, type Language, languageOf, regionOf } from './language.ts';
export { keepMessages, messagesOf, plural, type Translated } from './messages.ts';
