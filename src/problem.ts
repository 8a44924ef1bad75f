/** Problems (something typed or imported is wrong) and refusals (not allowed, or not now): values, never thrown. */

/** Where a problem is: a line of a source, a node or task of a plan, or a field. Every part may be absent. */
export interface Place {
  /** 1-based line of the source text. */
  readonly line?: number;
  /** Persistent id of the node or task. */
  readonly id?: string;
  /** Code as printed, for people. */
  readonly code?: string;
  /** Name of the field, as in the type that holds it. */
  readonly field?: string;
}

/** The values a message needs; words stand in `text`. */
export type Values = Readonly<Record<string, string | number>>;

/** Something wrong in what a person typed or imported. `code` names the message in `text/problems`. */
export interface Problem {
  readonly code: string;
  readonly place: Place;
  readonly values: Values;
}

/** An act that is not allowed, or not now. `code` names the message in `text/problems`. */
export interface Refusal {
  readonly refused: string;
  readonly values: Values;
}

export function refusal(refused: string, values: Values = {}): Refusal {
  return { refused, values };
}

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
