import { fallbacksOf, type Locale } from '../../kernel/index.ts';

type Words = {
  readonly subject: (title: string) => string;
  readonly title: string;
  readonly body: string;
  readonly action: string;
  readonly turn: (hours: number) => string;
  readonly why: string;
  readonly leave: string;
};

const english: Words = {
  subject: (title) => `${title} is back`,
  title: 'It is back',
  body: 'You asked us to tell you when you can buy this again. Now you can.',
  action: 'Look at it',
  turn: (hours) =>
    `It is not reserved. We tell no more people than there are pieces, in the order in which they asked, and the next after ${hours} hours.`,
  why: 'You get this mail because you asked for it on our page. It is the only one about this; we have erased your address from the list.',
  leave: 'Take me off all other such lists',
};

const german: Words = {
  subject: (title) => `${title} ist wieder da`,
  title: 'Wieder da',
  body: 'Sie wollten wissen, wann Sie diesen Artikel wieder kaufen können: jetzt.',
  action: 'Ansehen',
  turn: (hours) =>
    `Reserviert ist er nicht. Wir schreiben an höchstens so viele Menschen, wie Stücke da sind, in der Reihenfolge der Anfragen, und nach ${hours} Stunden an die nächsten.`,
  why: 'Sie erhalten diese E-Mail, weil Sie auf unserer Seite darum gebeten haben. Es ist die einzige dazu; Ihre Adresse haben wir von der Liste gelöscht.',
  leave: 'Von allen anderen solchen Listen streichen',
};

const french: Words = {
  subject: (title) => `${title} est de nouveau disponible`,
  title: 'De nouveau disponible',
  body: 'Vous vouliez savoir quand vous pourriez de nouveau acheter cet article : c’est possible dès maintenant.',
  action: 'Voir l’article',
  turn: (hours) =>
    `Il n’est pas réservé. Nous n’écrivons pas à plus de personnes qu’il n’y a de pièces, dans l’ordre des demandes, et aux suivantes après ${hours} heures.`,
  why: 'Vous recevez cet e-mail parce que vous l’avez demandé sur notre page. C’est le seul à ce sujet ; votre adresse a été effacée de la liste.',
  leave: 'Me retirer de toutes les autres listes de ce genre',
};

const spanish: Words = {
  subject: (title) => `${title} vuelve a estar disponible`,
  title: 'Vuelve a estar disponible',
  body: 'Nos pidió que le avisáramos cuando pudiera volver a comprar este artículo: ya puede.',
  action: 'Ver el artículo',
  turn: (hours) =>
    `No está reservado. No escribimos a más personas que unidades hay, en el orden en que lo pidieron, y a las siguientes después de ${hours} horas.`,
  why: 'Recibe este correo porque lo pidió en nuestra página. Es el único sobre este artículo; hemos borrado su dirección de la lista.',
  leave: 'Quitarme de todas las demás listas como esta',
};

const LANGUAGES: ReadonlyMap<string, Words> = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
]);

/** The words of this language, or of the next that it falls back to, or English. */
export function wordsOf(locale: Locale): Words {
  const known = fallbacksOf(locale).find((fallback) => LANGUAGES.has(fallback));
  return LANGUAGES.get(known ?? '') ?? english;
}
