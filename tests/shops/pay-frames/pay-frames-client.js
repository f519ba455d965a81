// Runs in the shop's page: puts the four frames in place and fetches a token from them.
(() => {
  const origin = new URL(document.currentScript.src).origin;
  const titles = {
    number: 'Secure card number input frame',
    expiry: 'Secure expiry date input frame',
    csc: 'Secure security code input frame',
    name: 'Secure cardholder name input frame',
  };

  function mount(places, onState) {
    const session = crypto.randomUUID();
    const frames = {};
    for (const [kind, place] of Object.entries(places)) {
      const frame = document.createElement('iframe');
      const query = new URLSearchParams({ kind, session, parent: location.origin });
      frame.src = `${origin}/v1/field?${query}`;
      frame.title = titles[kind];
      frame.name = `pf-${kind}-${session}`;
      frame.allow = 'payment *';
      document.querySelector(place).append(frame);
      frames[kind] = frame;
    }
    addEventListener('message', event => {
      if (event.origin === origin && event.data?.session === session && event.data.type === 'state') {
        onState?.(event.data);
      }
    });
    return { tokenise: () => tokenise(frames.number, session) };
  }

  function tokenise(frame, session) {
    return new Promise(resolve => {
      const request = crypto.randomUUID();
      const receive = event => {
        if (event.origin !== origin || event.data?.request !== request) return;
        removeEventListener('message', receive);
        resolve(event.data.answer);
      };
      addEventListener('message', receive);
      frame.contentWindow.postMessage({ type: 'tokenise', session, request }, origin);
    });
  }

  globalThis.PayFrames = { mount };
})();
