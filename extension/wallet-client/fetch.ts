/** The one way to the network: the wallet server, and nothing else (host permission and CSP say the same). */
export const fetchFromServer: typeof globalThis.fetch = (input, init) => fetch(input, init);
