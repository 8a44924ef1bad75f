/**
 * Passkeys need the browser's own dialogue, so a script: it shows what waits for it (`data-passkey`), asks for the
 * passkey of a page that carries the question (`data-create`, `data-get`), and sends the answer as a plain form.
 */
if (typeof PublicKeyCredential === 'function') {
  for (const one of document.querySelectorAll<HTMLElement>('[data-passkey]')) one.hidden = false;
  for (const one of document.querySelectorAll<HTMLElement>('[data-no-passkey]')) one.hidden = true;
  const form = document.querySelector<HTMLFormElement>('form[data-create], form[data-get]');
  if (form) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void ask(form);
    });
    void ask(form);
  }
}

async function ask(form: HTMLFormElement): Promise<void> {
  const failed = form.querySelector<HTMLElement>('[data-failed]')!;
  failed.hidden = true;
  try {
    const { create, get } = form.dataset;
    const credential = await (create === undefined
      ? navigator.credentials.get({ publicKey: requestOf(get!) })
      : navigator.credentials.create({ publicKey: creationOf(create) }));
    form.querySelector<HTMLInputElement>('[name="response"]')!.value = JSON.stringify(
      answerOf(credential as PublicKeyCredential),
    );
    form.submit();
  } catch {
    failed.hidden = false;
  }
}

function creationOf(json: string): PublicKeyCredentialCreationOptions {
  const options = JSON.parse(json);
  return {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: (options.excludeCredentials ?? []).map(described),
  };
}

function requestOf(json: string): PublicKeyCredentialRequestOptions {
  const options = JSON.parse(json);
  return {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: (options.allowCredentials ?? []).map(described),
  };
}

function described(one: { id: string }): PublicKeyCredentialDescriptor {
  return { ...one, type: 'public-key', id: bytes(one.id) };
}

/** The answer as the WebAuthn standard writes it in JSON. */
function answerOf(credential: PublicKeyCredential): unknown {
  const { response } = credential;
  const common = {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  };
  if (response instanceof AuthenticatorAttestationResponse)
    return {
      ...common,
      response: {
        clientDataJSON: text(response.clientDataJSON),
        attestationObject: text(response.attestationObject),
        transports: response.getTransports(),
      },
    };
  const { clientDataJSON, authenticatorData, signature, userHandle } =
    response as AuthenticatorAssertionResponse;
  return {
    ...common,
    response: {
      clientDataJSON: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      userHandle: userHandle ? text(userHandle) : undefined,
    },
  };
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
