/** Whose API key it was when it was last looked up. Keys are replaced, so that nobody is let in by this. */
export interface SeenSellers {
  recall(apiKeyHash: Buffer): string | null;
  remember(apiKeyHash: Buffer, sellerId: string): void;
}

/** Keeps `most` of them, and drops the one that was looked up longest ago. */
export function makeSeenSellers(most = 20_000): SeenSellers {
  const seen = new Map<string, string>();
  return {
    recall: hash => seen.get(hash.toString('base64')) ?? null,
    remember: (hash, sellerId) => {
      const name = hash.toString('base64');
      seen.delete(name);
      seen.set(name, sellerId);
      const [oldest] = seen.keys();
      if (seen.size > most && oldest !== undefined) seen.delete(oldest);
    },
  };
}
