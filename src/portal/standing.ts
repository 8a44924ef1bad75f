/** What a city's standing obliges everything made of it to say: pages, the feed and the catalogue record. */
import type { EditionCity } from '../edition/edition.ts';
import type { Locale } from '../text/locale.ts';
import { portalMessages } from '../text/portal.ts';
import { plain } from './words.tsx';

/** Null for a city that publishes for itself. */
export function standingSentence(
  city: Pick<EditionCity, 'standing' | 'name' | 'languages'>,
  locale: Locale,
): string | null {
  const t = portalMessages(locale);
  if (city.standing === 'official') return null;
  return city.standing === 'invented'
    ? t.invented(plain(city.name, locale, city.languages))
    : t.fromPublicPage;
}

/** Who is named as publisher or author in place of the city, which did not publish this; null where it did. */
export function publisherInstead({ standing }: Pick<EditionCity, 'standing'>, locale: Locale): string | null {
  const t = portalMessages(locale);
  if (standing === 'official') return null;
  return standing === 'invented' ? t.inventedBy : t.fromPublicPageBy;
}
