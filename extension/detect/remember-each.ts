/** Pages are looked at again and again, and say the same on most of them. */
const MOST_REMEMBERED = 1000;

/** `make`, with what it made of the last thousand texts at most remembered: it must be pure, and nobody may change it. */
export function rememberEach<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return text => {
    const known = made.get(text);
    if (known !== undefined) return known;
    if (made.size >= MOST_REMEMBERED) made.clear();
    const fresh = make(text);
    made.set(text, fresh);
    return fresh;
  };
}
