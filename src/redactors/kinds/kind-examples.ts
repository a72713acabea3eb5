/** Characters drawn at run time, so that examples look like secrets and no source file holds one. */
export interface Draw {
  readonly word: (length: number) => string;
  readonly token: (length: number) => string;
  readonly upper: (length: number) => string;
  readonly hex: (length: number) => string;
  readonly digits: (length: number) => string;
  readonly base64: (length: number) => string;
}

/** Examples of one kind of secret: texts to be found, with the secret itself, and texts that must survive. */
export interface KindExamples {
  readonly kind: string;
  readonly secrets: (draw: Draw) => readonly string[];
  /** Text in which `SECRET` stands for the secret, for kinds that only their surroundings give away. */
  readonly around?: readonly string[];
  readonly spares?: readonly string[];
  /** Words beyond ASCII give it away: it is seen in a text as it is, and in no bytes. */
  readonly onlyInText?: true;
}
