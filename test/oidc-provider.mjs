// A real OpenID Connect provider as a process of its own, for tests. It is told over IPC who there is and who signs in
// next: { people: { sub: claims }, current: sub }; it answers { issuer } when it listens, and { done } to each word.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const [redirectUri] = process.argv.slice(2);
let people = {};
let current = '';

const server = createServer((request, response) => handler(request, response));
let handler = (_request, response) => response.writeHead(503).end();

server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'horyzont',
        client_secret: 'a secret of the client that is long enough',
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name'],
      groups: ['groups'],
    },
    scopes: ['openid', 'email', 'profile', 'groups'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    issueRefreshToken: () => true,
    findAccount: (_context, sub) =>
      people[sub] ? { accountId: sub, claims: () => ({ sub, ...people[sub] }) } : undefined,
    cookies: { keys: ['of the test'] },
    ttl: {
      AccessToken: 3600,
      Grant: 3600,
      IdToken: 3600,
      Interaction: 600,
      RefreshToken: 3600,
      Session: 600,
    },
  });
  // Instead of a page that asks: the person of whom the test spoke last signs in and agrees.
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) return next();
    const { prompt, params, session } = await provider.interactionDetails(context.req, context.res);
    if (prompt.name === 'login') {
      const login = { accountId: current };
      await provider.interactionFinished(context.req, context.res, { login });
    } else {
      const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
      grant.addOIDCScope(params.scope);
      const consent = { grantId: await grant.save() };
      await provider.interactionFinished(
        context.req,
        context.res,
        { consent },
        { mergeWithLastSubmission: true },
      );
    }
    context.respond = false;
  });
  handler = provider.callback();
  process.send({ issuer });
});

process.on('message', (word) => {
  if (word.people) ({ people } = word);
  if (word.current) ({ current } = word);
  process.send({ done: true });
});
process.on('disconnect', () => process.exit(0));
