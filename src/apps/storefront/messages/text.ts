/** A text with `{placeholders}`, or one of two by the plural rules of the language for the value `count`. */
export type Message = string | { readonly one: string; readonly other: string };
