/** The first administrator makes an account through the link that the server printed. */

import type { ReactElement } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { begin } from '../acts/begin.ts';
import { isFirstLink } from '../acts/first-link.ts';
import { signIn } from '../acts/sign-in.ts';
import { allCities } from '../database/city.ts';
import { hasPersons } from '../database/person.ts';
import type { City } from '../model/plan.ts';
import { isRefusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { Locale } from '../text/locale.ts';
import { signInMessages } from '../text/sign-in.ts';
import { to } from './addresses.ts';
import { afterSignIn, identityActing, signInFrom, withLanguage } from './asking.ts';
import { Act, Choices, Field, Select } from './fields.tsx';
import { nameOf } from './frame.tsx';
import { NewPassword } from './new-password.tsx';
import { anybody } from './route.ts';
import type { PageReply, Reply, Visit } from './visit.ts';

export const firstRoutes = [
  anybody('GET', 'first', async (visit) => firstPage(visit, visit.query.get('token') ?? '', [])),
  anybody('POST', 'first', make),
];

const ZONE = 'Europe/Warsaw';
const CITY_FIELDS = ['cityName', 'citySlug'] as const;

async function make(visit: Visit): Promise<Reply> {
  const { form, locale } = visit;
  const acting = identityActing(visit);
  const email = form.text('email');
  const password = form.raw('password');
  const token = form.text('token');
  const answer = await begin(acting, {
    token,
    name: form.text('name'),
    email,
    password,
    locale,
    cities: form.all('cities'),
    newCity: CITY_FIELDS.some((field) => form.text(field) !== '')
      ? {
          name: form.text('cityName'),
          slug: form.text('citySlug').toLowerCase(),
          languages: form.text('cityLanguages').split(' '),
          timeZone: form.text('cityZone'),
        }
      : null,
  });
  if (isRefusal(answer)) return overPage(visit);
  if (isUnfit(answer)) return firstPage(visit, token, answer.problems);
  const entered = await signIn(acting, { email, password, from: signInFrom(visit) });
  if (isUnfit(entered)) return { kind: 'go', to: to('signIn', {}), done: 'password-set' };
  return afterSignIn(entered, null, 'welcome');
}

async function firstPage(visit: Visit, token: string, problems: readonly Problem[]): Promise<Reply> {
  const { office, form, locale } = visit;
  if (!(await isFirstLink(office.acting, token))) return overPage(visit);
  const cities = await allCities(office.database);
  const again = await hasPersons(office.database);
  const sent = form.has('token');
  const t = signInMessages(locale);
  const field = { locale, problems };
  const body = (
    <div className="door">
      <h1>{t.firstTitle}</h1>
      <p>{again ? t.firstAgainLead : t.firstLead}</p>
      <form method="post" action={to('first', {}, withLanguage(visit))}>
        <input type="hidden" name="token" value={token} />
        <section className="card">
          <h2>{t.you}</h2>
          <Field
            {...field}
            name="name"
            label={t.name}
            hint={t.nameHint}
            value={form.text('name')}
            required
            autoComplete="name"
          />
          <Field
            {...field}
            name="email"
            type="email"
            label={t.email}
            value={form.text('email')}
            required
            autoComplete="username"
          />
          <NewPassword label={t.password} {...field} />
        </section>
        {cities.length === 0 ? null : (
          <section className="card">
            <Choices
              {...field}
              name="cities"
              kind="checkbox"
              label={t.cities}
              hint={t.citiesHint}
              choices={cities.map((city) => ({ value: city.slug, name: cityChoice(city, locale) }))}
              chosen={sent ? form.all('cities') : cities.map((city) => city.slug)}
            />
          </section>
        )}
        {cities.length === 0 ? (
          <section className="card">
            <h2>{t.newCity}</h2>
            <NewCityFields visit={visit} problems={problems} required />
          </section>
        ) : (
          <details
            className="card"
            open={form.text('cityName') !== '' || problems.some((p) => p.place.field?.startsWith('city'))}
          >
            <summary>{t.addCity}</summary>
            <p className="hint">{t.newCityHint}</p>
            <NewCityFields visit={visit} problems={problems} />
          </details>
        )}
        <div className="acts">
          <Act name={t.begin} locale={locale} primary />
        </div>
      </form>
    </div>
  );
  return { kind: 'page', title: t.firstTitle, body, problems };
}

function NewCityFields({
  visit: { form, locale },
  problems,
  required = false,
}: {
  readonly visit: Visit;
  readonly problems: readonly Problem[];
  readonly required?: boolean;
}): ReactElement {
  const t = signInMessages(locale);
  const field = { locale, problems };
  return (
    <>
      <div className="fields-two">
        <Field
          {...field}
          name="cityName"
          label={t.cityName}
          value={form.text('cityName')}
          required={required}
        />
        <Field
          {...field}
          name="citySlug"
          label={t.citySlug}
          hint={t.citySlugHint(t.slugExample)}
          value={form.text('citySlug')}
        />
      </div>
      <div className="fields-two">
        <Select
          {...field}
          name="cityLanguages"
          label={t.cityLanguages}
          value={form.text('cityLanguages') || 'pl'}
          required
          choices={Object.entries(t.languages).map(([value, name]) => ({ value, name }))}
        />
        <Field {...field} name="cityZone" label={t.cityZone} value={form.text('cityZone') || ZONE} required />
      </div>
    </>
  );
}

function cityChoice(city: City, locale: Locale): string {
  const t = signInMessages(locale);
  const name = nameOf(city, locale);
  if (city.standing === 'invented') return t.invented(name);
  return city.standing === 'from-public-page' ? t.fromPublicPage(name) : name;
}

function overPage({ locale }: Visit): PageReply {
  const t = signInMessages(locale);
  const body = (
    <div className="door">
      <h1>{t.firstOverTitle}</h1>
      <p>{t.firstOver}</p>
      <pre className="card">npx horyzont first-link</pre>
    </div>
  );
  return { kind: 'page', title: t.firstOverTitle, body, status: 410 };
}
