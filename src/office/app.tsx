/** The office as one handler: every route of the table, with the checks that stand before each of them. */

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Context } from 'hono';
import { cityBySlug } from '../database/city.ts';
import { inCity } from '../database/tenant.ts';
import { askAgain } from '../acts/sign-on.ts';
import { actsAs, can, canSomewhere } from '../model/role.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Refusal } from '../problem.ts';
import { instant } from '../system/clock.ts';
import { civilDate } from '../text/date.ts';
import { LOCALES, negotiate, type Locale } from '../text/locale.ts';
import { refusalText } from '../text/office-problems.ts';
import { officeMessages } from '../text/office.ts';
import { PATTERN, to } from './addresses.ts';
import { Form } from './form.ts';
import { Frame } from './frame.tsx';
import { owesSecondFactor } from './owed-factor.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';
import type { CityVisit, Office, PageReply, PersonalVisit, Reply, Visit, Visitor } from './visit.ts';
import { visitorOf } from './visitor.ts';

/** Largest body of a form; imports and attachments are the largest. */
export const MAX_BODY = 25 * 1024 * 1024;

/** Where somebody gets whose role asks for a second factor that is not there. Signing out is anybody's. */
const FACTOR_PATHS: ReadonlySet<string> = new Set([PATTERN.accountSecondFactor, PATTERN.accountPasskey]);

/** What the server tells of a request beside the request itself. */
export interface Asked {
  /** The asking computer's address, behind a trusted proxy the one it names. */
  readonly address: string;
  readonly id: string;
}

/** Answers every address under `/office`. Headers that every answer carries are the server's matter. */
export function officeApp(office: Office): (request: Request, asked: Asked) => Promise<Response> {
  const app = new Hono<{ Bindings: Asked }>();
  app.use(
    bodyLimit({ maxSize: MAX_BODY, onError: (c) => c.text(officeMessages(localeOf(c, null)).tooLarge, 413) }),
  );
  // No page of ours has a control character in its address, and the database takes none.
  app.use(async (c, next) => (hasControls(c.req.path) ? c.notFound() : next()));
  app.use(async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isOwnForm(c.req.raw, office.baseUrl))
      return c.text(officeMessages(localeOf(c, null)).foreignForm, 403);
    await next();
  });
  for (const route of ROUTES) app.on(route.method, route.path, (c) => answer(office, route, c));
  app.all('*', async (c) => {
    const visit = await visitOf(office, c, new Form());
    return pageResponse(visit, null, missingPage(visit.locale), 404);
  });
  app.onError((error, c) => {
    const { id } = c.env;
    office.fault(id, `${c.req.method} ${c.req.path}`, error);
    return c.html(faultPage(localeOf(c, null), id), 500);
  });
  return async (request, asked) => app.fetch(request, asked);
}

async function answer(office: Office, route: Route, c: Context<{ Bindings: Asked }>): Promise<Response> {
  const form =
    route.method === 'POST' ? new Form(await c.req.raw.formData().catch(() => new FormData())) : new Form();
  const visit = await visitOf(office, c, form);
  if (route.for === 'anybody') return respond(visit, null, await route.answer(visit));
  if (!visit.visitor) {
    const url = new URL(visit.request.url);
    const back = route.method === 'GET' ? url.pathname + url.search : null;
    return redirect(to('signIn', {}, { to: back }));
  }
  const personal: PersonalVisit = { ...visit, visitor: visit.visitor };
  if (!FACTOR_PATHS.has(route.path) && (await owesSecondFactor(personal)))
    return redirect(to('accountSecondFactor', {}));
  if (route.for === 'signed-in') return respond(personal, null, await route.answer(personal));
  const inside = await cityVisit(personal);
  // A city where the visitor holds nothing is not told apart from one that is not there.
  if (inside === null) return pageResponse(visit, null, missingPage(visit.locale), 404);
  const today = inside.today;
  if (!canSomewhere(inside.visitor.member, route.for, inside.city.id, today)) {
    const why = can(
      inside.visitor.member,
      route.for,
      { cityId: inside.city.id },
      { today, units: inside.city.units },
    );
    return respond(inside, inside, why === true ? refusal('right-missing', { deed: route.for }) : why);
  }
  return respond(inside, inside, await route.answer(inside));
}

async function visitOf(office: Office, c: Context<{ Bindings: Asked }>, form: Form): Promise<Visit> {
  const now = instant(office.acting.clock);
  const visitor = await presentVisitor(office, c.req.header('cookie') ?? null, now);
  return {
    office,
    request: c.req.raw,
    locale: localeOf(c, visitor?.person.locale ?? null),
    params: c.req.param(),
    query: new URL(c.req.url).searchParams,
    form,
    visitor,
    address: c.env.address,
    now,
  };
}

/** With the roles as the single sign-on's groups are now. */
async function presentVisitor(office: Office, cookies: string | null, now: string): Promise<Visitor | null> {
  const visitor = await visitorOf(office.database, cookies, now);
  if (!visitor || !office.signOn) return visitor;
  const changed = await askAgain(office.acting, office.signOn, visitor.person.id);
  return changed ? visitorOf(office.database, cookies, now) : visitor;
}

/** Null when there is no such city or the visitor has no appointment there, past or present. */
async function cityVisit(visit: PersonalVisit): Promise<CityVisit | null> {
  const { office, visitor, now } = visit;
  const { member } = visitor;
  const city = await cityBySlug(office.database, visit.params['city'] ?? '');
  if (!city || !member.appointments.some((a) => a.cityId === city.id)) return null;
  const today = civilDate(now, city.timeZone);
  return {
    ...visit,
    city,
    today,
    can: (deed, thing = {}) => can(member, deed, { ...thing, cityId: city.id }, { today, units: city.units }),
    canSomewhere: (deed) => canSomewhere(member, deed, city.id, today),
    acting: {
      ...office.acting,
      who: actsAs(member, city.id, today),
      member,
      cityId: city.id,
    },
    read: (work) => inCity(office.database, city.id, work),
  };
}

function respond(visit: Visit, city: CityVisit | null, reply: Reply): Response {
  if (reply instanceof Response) return reply;
  if (reply === 'missing') return pageResponse(visit, city, missingPage(visit.locale), 404);
  if (isRefusal(reply)) return pageResponse(visit, city, refusedPage(reply, visit.locale), 403);
  if (reply.kind === 'go') return redirect(withDone(reply.to, reply.done), reply.cookies);
  if (reply.kind === 'file')
    return new Response(reply.bytes as BodyInit, {
      headers: {
        'Content-Type': reply.type,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(reply.name)}`,
      },
    });
  return pageResponse(visit, city, reply, reply.status ?? ((reply.problems?.length ?? 0) > 0 ? 422 : 200));
}

function pageResponse(visit: Visit, city: CityVisit | null, page: PageReply, status: number): Response {
  const html = `<!doctype html>${renderToStaticMarkup(<Frame visit={visit} page={page} city={city} />)}`;
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8' });
  for (const cookie of page.cookies ?? []) headers.append('Set-Cookie', cookie);
  return new Response(html, { status, headers });
}

function refusedPage(why: Refusal, locale: Locale): PageReply {
  const t = officeMessages(locale);
  return {
    kind: 'page',
    title: t.refusedTitle,
    body: (
      <>
        <h1>{t.refusedTitle}</h1>
        <p>{refusalText(why, locale)}</p>
      </>
    ),
  };
}

function missingPage(locale: Locale): PageReply {
  const t = officeMessages(locale);
  return {
    kind: 'page',
    title: t.missingTitle,
    body: (
      <>
        <h1>{t.missingTitle}</h1>
        <p>{t.missing}</p>
        <p>
          <a href={to('home', {})}>{t.home}</a>
        </p>
      </>
    ),
  };
}

/** Made without the frame: what broke may be what the frame needs. */
function faultPage(locale: Locale, id: string): string {
  const t = officeMessages(locale);
  return `<!doctype html>${renderToStaticMarkup(
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.faultTitle}</title>
      </head>
      <body>
        <main>
          <h1>{t.faultTitle}</h1>
          <p>{t.fault(id)}</p>
          <p>
            <a href={to('home', {})}>{t.home}</a>
          </p>
        </main>
      </body>
    </html>,
  )}`;
}

function hasControls(path: string): boolean {
  try {
    // oxlint-disable-next-line no-control-regex -- that is what is looked for
    return /[\u0000-\u001f\u007f]/u.test(decodeURIComponent(path));
  } catch {
    return true;
  }
}

/** Only our own pages may send forms: the browser says where a form comes from (CSRF). */
function isOwnForm(request: Request, baseUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin !== null && (origin === new URL(baseUrl).origin || origin === new URL(request.url).origin);
}

function localeOf(c: Context, own: Locale | null): Locale {
  const asked = new URL(c.req.url).searchParams.get('lang');
  const given = LOCALES.find((locale) => locale === asked);
  return given ?? own ?? negotiate(c.req.header('accept-language'));
}

function redirect(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: path });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}

function withDone(path: string, done: string | undefined): string {
  if (done === undefined) return path;
  const [bare = '', hash] = path.split('#');
  return `${bare}${bare.includes('?') ? '&' : '?'}done=${done}${hash === undefined ? '' : `#${hash}`}`;
}
