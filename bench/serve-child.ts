/** A portal on its own process for the measurements: `serve-child.ts DATA PORT on|off` (request log). */
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { Log } from '../src/server/log.ts';
import { serve } from '../src/server/main.ts';

const [data = '', port = '0', logging = 'off'] = process.argv.slice(2);
const log = new Log({ enabled: logging === 'on', fd: openSync(join(data, 'request.log'), 'a') });
const running = await serve({
  port: Number(port),
  host: '127.0.0.1',
  dataFolder: data,
  root: process.cwd(),
  origin: 'https://plan.example',
  trustProxy: false,
  productVersion: '0.0.0-bench',
  databaseUp: () => Promise.resolve(false),
  log,
});
process.on('SIGTERM', () => void running.close().then(() => process.exit(0)));
process.on('message', (message) => {
  if (message === 'memory') process.send?.(process.memoryUsage.rss());
});
process.send?.(running.url);
