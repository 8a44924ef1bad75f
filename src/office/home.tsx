/** The first page after the sign-in: the cities where one works. */

import { citiesById } from '../database/city.ts';
import { officeMessages } from '../text/office.ts';
import { to } from './addresses.ts';
import { nameOf } from './frame.tsx';
import { signedIn } from './route.ts';
import type { PersonalVisit, Reply } from './visit.ts';

export const homeRoutes = [signedIn('GET', 'home', home)];

async function home(visit: PersonalVisit): Promise<Reply> {
  const { office, visitor, locale } = visit;
  const ids = [...new Set(visitor.member.appointments.map((a) => a.cityId))];
  const cities = await citiesById(office.database, ids);
  const t = officeMessages(locale);
  const done = visit.query.get('done') ?? '';
  if (cities.length === 1)
    return {
      kind: 'go',
      to: to('city', { city: cities[0]!.slug }),
      ...(Object.hasOwn(t.done, done) ? { done } : {}),
    };
  return {
    kind: 'page',
    title: t.home,
    body: (
      <>
        <h1>{t.home}</h1>
        <ul>
          {cities.map((city) => (
            <li key={city.id}>
              <a href={to('city', { city: city.slug })}>{nameOf(city, locale)}</a>
            </li>
          ))}
        </ul>
      </>
    ),
  };
}
