/** One source in a process of its own: proposes a plan, answers, and ends. */

import { proposal } from './propose.ts';
import type { ProposeRequest } from './propose.ts';

process.once('message', (request: ProposeRequest) => {
  process.send?.(proposal(request), () => process.disconnect());
});
