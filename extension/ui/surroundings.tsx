import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Locale } from '#shared/api/locale.ts';
import { keepFocus } from './keep-focus.ts';
import { makeText, type Text } from './text.ts';

/** Milliseconds since 1970; given from outside, so that a picture of a screen is the same each time. */
export type Clock = () => number;

interface Surroundings {
  text: Text;
  clock: Clock;
}

const Context = createContext<Surroundings | null>(null);

/** Gives language and clock to everything inside, and names the language to the browser. */
export function Surround(props: { locale: Locale; clock: Clock; children: ComponentChildren }) {
  const { locale, clock } = props;
  const value = useMemo(() => ({ text: makeText(locale), clock }), [locale, clock]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  useEffect(() => keepFocus(document), []);
  return <Context.Provider value={value}>{props.children}</Context.Provider>;
}

function useSurroundings(): Surroundings {
  const value = useContext(Context);
  if (!value) throw new Error('a component stands outside of <Surround>');
  return value;
}

/** The texts of the chosen language. */
export function useText(): Text {
  return useSurroundings().text;
}

/** The present, anew every `periodMs`. */
export function useNow(periodMs = 30_000): number {
  const { clock } = useSurroundings();
  const [nowMs, setNowMs] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(clock()), periodMs);
    return () => clearInterval(timer);
  }, [clock, periodMs]);
  return nowMs;
}
