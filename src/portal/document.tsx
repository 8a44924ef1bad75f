/** The HTML document around a page's frame: head with title, canonical address, languages, preview, feed, style, script. */
import type { ReactElement, ReactNode } from 'react';
import { LOCALES, LOCALE_TAG, type Locale } from '../text/locale.ts';
import { portalMessages } from '../text/portal.ts';
import { address, inLocale, type Address } from './addresses.ts';
import { absolute, link, toFixed, type Here } from './here.ts';
import { themePath } from './theme.ts';
import { shorten } from './words.tsx';

export interface FrameProps {
  readonly here: Here;
  /** Of the page alone; the frame adds plan and city. */
  readonly title: string;
  /** One or two sentences, cut at 300 characters. */
  readonly description: string;
  readonly children: ReactNode;
}

export function Document(
  props: FrameProps & {
    readonly fullTitle: string;
    readonly colour: string;
    readonly canonical?: string;
    readonly imagePath: string | null;
    readonly feedPath: string | null;
    /** Past editions are found through the present one, not by search engines. */
    readonly noindex: boolean;
  },
): ReactElement {
  const { here } = props;
  const { site, locale } = here;
  const t = portalMessages(locale);
  const description = shorten(props.description, 300);
  const canonical = absolute(here, props.canonical ?? here.path);
  const image = props.imagePath === null ? null : absolute(here, props.imagePath);
  const asset = (name: string): string => link(here, site.assets[name] ?? `/assets/${name}`);
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.fullTitle}</title>
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        {props.noindex ? <meta name="robots" content="noindex, follow" /> : null}
        {canonical ? <link rel="canonical" href={canonical} /> : null}
        {LOCALES.map((other) => {
          const path = translated(here.address, other);
          return (
            <link
              key={other}
              rel="alternate"
              hrefLang={other}
              href={absolute(here, path) ?? link(here, path)}
            />
          );
        })}
        {canonical ? (
          <>
            <meta property="og:type" content="article" />
            <meta property="og:title" content={props.title} />
            <meta property="og:description" content={description} />
            <meta property="og:url" content={canonical} />
            <meta property="og:locale" content={LOCALE_TAG[locale].replace('-', '_')} />
          </>
        ) : null}
        {image ? (
          <>
            <meta property="og:image" content={image} />
            <meta property="og:image:width" content="1200" />
            <meta property="og:image:height" content="630" />
            <meta property="og:image:alt" content={props.fullTitle} />
            <meta name="twitter:card" content="summary_large_image" />
          </>
        ) : null}
        <link rel="icon" href={toFixed(here, 'favicon-svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={asset('portal.css')} />
        <link rel="stylesheet" href={link(here, themePath(props.colour))} />
        {props.feedPath ? (
          <link
            rel="alternate"
            type="application/atom+xml"
            title={t.changes}
            href={link(here, props.feedPath)}
          />
        ) : null}
        <script src={asset('client.js')} defer />
      </head>
      <body>
        <a className="ds-skip-link" href="#tresc">
          {t.skip}
        </a>
        {props.children}
      </body>
    </html>
  );
}

/** The same page in another language; `/` is the installation's. */
export function translated(to: Address, locale: Locale): string {
  return to.kind === 'root' ? address({ kind: 'installation', locale }) : address(inLocale(to, locale));
}
