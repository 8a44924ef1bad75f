import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Asked } from '../office/app.tsx';
import { negotiate, type Locale } from '../text/locale.ts';
import { officeMessages } from '../text/office.ts';
import { commonHeaders, OFFICE_SECURITY_POLICY } from './headers.ts';

/** What the server says of itself. */
export interface Readiness {
  readonly portal: boolean;
  readonly office: boolean;
  readonly database: 'up' | 'down';
  readonly editions: number;
}

export type OfficeHandler = (request: Request, asked: Asked) => Promise<Response>;

/** Behind the front: health for the machine that watches, and refusals for what nobody answers. */
export function application(options: {
  readonly readiness: () => Promise<Readiness>;
  readonly secure: boolean;
  /** The office, or null while the database is not there. */
  readonly office: () => Promise<OfficeHandler | null>;
  readonly trustProxy: boolean;
}): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (context, next) => {
    await next();
    const headers = commonHeaders('none', options.secure);
    for (let i = 0; i < headers.length; i += 2) context.header(headers[i]!, headers[i + 1]);
    if (/^\/office(\/|$)/u.test(context.req.path))
      context.header('Content-Security-Policy', OFFICE_SECURITY_POLICY);
  });
  app.get('/healthz', (context) => context.json({ alive: true }));
  app.get('/readyz', async (context) => {
    const ready = await options.readiness();
    return context.json(ready, ready.portal ? 200 : 503);
  });
  const office = async (context: Context<{ Bindings: HttpBindings }>): Promise<Response> => {
    const handler = await options.office();
    if (!handler)
      return context.html(downPage(negotiate(context.req.header('accept-language'))), 503, {
        'Retry-After': '5',
      });
    return handler(context.req.raw, {
      address: addressOf(context, options.trustProxy),
      id: crypto.randomUUID(),
    });
  };
  app.all('/office', office);
  app.all('/office/*', office);
  app.all('*', (context) => {
    context.header('Allow', 'GET, HEAD');
    return context.text('Method Not Allowed\n', 405);
  });
  return app;
}

/** The last proxy's word for the asking computer where a proxy is trusted, else the connection's own. */
function addressOf(context: Context<{ Bindings: HttpBindings }>, trustProxy: boolean): string {
  const named = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return named ?? context.env.incoming.socket.remoteAddress ?? '';
}

function downPage(locale: Locale): string {
  const t = officeMessages(locale);
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t.downTitle}</title><main><h1>${t.downTitle}</h1><p>${t.down}</p></main></html>`;
}
