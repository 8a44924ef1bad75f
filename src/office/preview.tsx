/**
 * The preview: the portal itself over the working state, behind the sign-in. The portal's links are relative, so that
 * under `…/preview` they stay in the preview.
 */
import { renderToStaticMarkup } from 'react-dom/server';
import { address, parseAddress } from '../portal/addresses.ts';
import { render } from '../portal/render.tsx';
import type { Site } from '../portal/site.ts';
import { LOCALES } from '../text/locale.ts';
import { publishMessages } from '../text/office-publish.ts';
import { to } from './addresses.ts';
import { standingOf } from './publish.tsx';
import { inCity } from './route.ts';
import type { CityVisit, Reply } from './visit.ts';
import { publishedEditions, workingEdition } from './working-edition.ts';

export const previewRoutes = [
  inCity('GET', 'preview', 'see', open),
  inCity('GET', 'preview', 'see', show, '/*'),
];

/** The plan's own home, in the visitor's language. */
async function open(visit: CityVisit): Promise<Reply> {
  const plan = await standingOf(visit);
  if (!plan) return 'missing';
  const { city, locale } = visit;
  const home = address({ kind: 'home', locale, city: city.slug, plan: plan.slug, edition: null });
  return { kind: 'go', to: base(visit) + home };
}

async function show(visit: CityVisit): Promise<Reply> {
  // The whole plan is shown: a role that reaches some of its parts alone is not enough.
  const may = visit.can('see');
  if (may !== true) return may;
  const plan = await standingOf(visit);
  if (!plan) return 'missing';
  const { city, locale, office } = visit;
  const path = decodeURIComponent(new URL(visit.request.url).pathname.slice(base(visit).length));
  if (path.startsWith('/assets/') && Object.values(office.assets).includes(path))
    return new Response(null, { status: 303, headers: { Location: path } });
  const working = await workingEdition(visit, plan);
  if (!working.edition) return { kind: 'go', to: to('publish', { city: city.slug, plan: plan.slug }) };
  const editions = [...(await publishedEditions(visit, plan)), working.edition];
  const site: Site = {
    origin: null,
    assets: office.assets,
    productVersion: office.acting.productVersion,
    linkStyle: 'web',
    asOf: visit.today,
  };
  const query = parseAddress(path)?.kind === 'search' ? visit.query : undefined;
  const rendered = render(site, editions, path, locale, query);
  if (!rendered) return 'missing';
  if (rendered.kind === 'made') return madePage(visit);
  const body =
    rendered.kind === 'page' && typeof rendered.body === 'string'
      ? withBanner(rendered.body, visit)
      : rendered.body;
  return new Response(body as BodyInit, {
    status: rendered.status,
    headers: { 'Content-Type': rendered.type, 'X-Robots-Tag': 'noindex' },
  });
}

function base({ city, params }: CityVisit): string {
  return to('preview', { city: city.slug, plan: params['plan'] ?? '' });
}

/** Right after the skip link, in both languages: nobody takes the preview for the portal. */
function withBanner(html: string, visit: CityVisit): string {
  const { city, params, locale } = visit;
  const banner = renderToStaticMarkup(
    <section className="notice standing" aria-label={publishMessages(locale).previewTitle}>
      <p className="wrap">
        {LOCALES.map((language, i) => (
          <span key={language} lang={language}>
            {i > 0 ? ' · ' : ''}
            <strong>{publishMessages(language).previewBanner}</strong>
          </span>
        ))}{' '}
        <a href={to('publish', { city: city.slug, plan: params['plan'] ?? '' })} lang={locale}>
          {publishMessages(locale).previewBack}
        </a>
      </p>
    </section>,
  );
  const skip = html.indexOf('</a>', html.indexOf('ds-skip-link'));
  return html.slice(0, skip + 4) + banner + html.slice(skip + 4);
}

function madePage(visit: CityVisit): Reply {
  const t = publishMessages(visit.locale);
  return {
    kind: 'page',
    title: t.previewMade,
    status: 404,
    body: (
      <>
        <h1>{t.previewMade}</h1>
        <p>{t.previewMadeLead}</p>
        <p>
          <a href={base(visit)}>{t.previewTitle}</a>
        </p>
      </>
    ),
  };
}
