/** Words of sentences that state a vision or mission: whose it is, "is", and what tells only where it stands. */

export const ownerWords: readonly string[] = [
  'our',
  'nasza',
  'naszą',
  'unsere',
  'naše',
  'našou',
  'naší',
  'notre',
  'nuestra',
  'наша',
  'нашою',
];

export const copulaWords: readonly string[] = [
  'is',
  'jest',
  'to',
  'ist',
  'je',
  'est',
  'es',
  'є',
  'это',
  'будет',
  'lautet',
];

/** First letters of folded participles: "opisana w rozdziale 2", "shown below". */
export const toldElsewhere: readonly string[] = [
  'opisan',
  'przedstawion',
  'zawart',
  'okreslon',
  'zgodn',
  'spojn',
  'sformulowan',
  'shown',
  'set',
  'built',
  'given',
  'in',
  'also',
  'supported',
  'beschrieben',
  'dargestellt',
  'popsan',
  'uveden',
  'decrit',
  'presente',
  'descrit',
  'описан',
  'викладен',
  'визначен',
];
