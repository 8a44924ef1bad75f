/** The name of a city as its document writes it: a slug has lost the capitals and diacritics. */
import { fold, isCapitals, isUpper, words } from './characters.ts';
import type { Proposal } from './proposal.ts';

/** Lines at the start of a document in which it says whose it is. */
const HEAD_LINES = 15;

/**
 * The words of the document that the slug was made of ("zielony-dol": "Zielony Dół"), in the first case found other than
 * capitals; null when it never writes them so, as in a declined form alone.
 */
export function cityName(proposal: Proposal, slug: string): string | null {
  const parts = slug.split('-').map(fold);
  let capitals: string | null = null;
  for (const text of textsOf(proposal)) {
    const list = words(text, 400);
    for (let at = 0; at + parts.length <= list.length; at++) {
      const run = list.slice(at, at + parts.length);
      if (!run.every((word, i) => fold(word) === parts[i]) || !isUpper(run[0]![0])) continue;
      const name = run.join(' ');
      if (!text.includes(name)) continue;
      if (!isCapitals(name)) return name;
      capitals ??= run.map((word) => word.charAt(0) + word.slice(1).toLowerCase()).join(' ');
    }
  }
  return capitals;
}

/** The title, the first lines, and what the document quotes: where a name stands as a name. */
function textsOf(proposal: Proposal): readonly string[] {
  return [
    proposal.title,
    ...proposal.untaken.filter(({ lines }) => lines[0] <= HEAD_LINES).map(({ text }) => text),
    proposal.vision ?? '',
    proposal.mission ?? '',
  ];
}
