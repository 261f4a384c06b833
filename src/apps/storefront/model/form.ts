/** A labelled input of a form, with what was typed and what is wrong with it. `name` is its id too. */
export type TextField = {
  readonly kind: 'text';
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type: 'text' | 'email' | 'tel';
  /** HTML's token for what is asked, so that a browser fills it in: `shipping address-line1`. */
  readonly autocomplete: string;
  readonly isRequired: boolean;
  readonly maxLength: number;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly inputMode?: 'numeric' | 'text' | undefined;
  /** How much room it takes in a row of fields; a line of its own unless given. */
  readonly width?: 'half' | 'third' | 'rest' | undefined;
};

export type SelectField = {
  readonly kind: 'select';
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly autocomplete: string;
  readonly isRequired: boolean;
  readonly options: readonly { readonly value: string; readonly title: string }[];
  readonly problem?: string | undefined;
  readonly width?: 'half' | 'third' | 'rest' | undefined;
};

export type AreaField = {
  readonly kind: 'area';
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly problem?: string | undefined;
};

export type CheckField = {
  readonly name: string;
  readonly label: string;
  readonly isChecked: boolean;
  readonly isRequired?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
};

export type Field = TextField | SelectField;

/** One of several ways to go, of which one is chosen. */
export type Choice = {
  readonly value: string;
  readonly title: string;
  readonly text?: string | undefined;
  readonly isChosen: boolean;
};

/** What was wrong with the whole form: named at the top, each leading to its field. */
export type FormProblem = { readonly text: string; readonly href: string | undefined };

/** What just happened or what to know, read out when the page opens. */
export type StatusNote = {
  readonly kind: 'done' | 'careful' | 'failed';
  readonly text: string;
  /** A way back: the form that undoes it. */
  readonly undo?:
    | { readonly label: string; readonly action: string; readonly fields: HiddenFields }
    | undefined;
  readonly link?: { readonly title: string; readonly href: string } | undefined;
};

export type HiddenFields = Readonly<Record<string, string>>;
