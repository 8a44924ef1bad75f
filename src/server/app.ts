import { Hono } from 'hono';
import { commonHeaders } from './headers.ts';

/** What the server says of itself. */
export interface Readiness {
  readonly portal: boolean;
  readonly office: boolean;
  readonly database: 'up' | 'down';
  readonly editions: number;
}

/** Behind the front: health for the machine that watches, and refusals for what nobody answers. The office joins here. */
export function application(options: {
  readonly readiness: () => Promise<Readiness>;
  readonly secure: boolean;
}): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    const headers = commonHeaders('none', options.secure);
    for (let i = 0; i < headers.length; i += 2) context.header(headers[i]!, headers[i + 1]);
  });
  app.get('/healthz', (context) => context.json({ alive: true }));
  app.get('/readyz', async (context) => {
    const ready = await options.readiness();
    return context.json(ready, ready.portal ? 200 : 503);
  });
  app.all('*', (context) => {
    context.header('Allow', 'GET, HEAD');
    return context.text('Method Not Allowed\n', 405);
  });
  return app;
}
